using Edge.Simulators.Clocks;
using Edge.Simulators.Recordings;
using Edge.Simulators.Sites;

namespace Edge.Simulators.Tests.Recordings;

public sealed class TruthLogTests
{
    [Fact]
    public void Each_row_is_written_when_it_becomes_active_with_blanks_left_empty()
    {
        var clock = new SimulatedClock(5_000_000_000);
        var site = SiteFile.Read(SmallSite.Mapping, "small.yaml");
        var recording = RecordingReader.Read(new StringReader(SmallSite.Csv), "small.csv", site.Recording!, SmallSite.Columns(site));
        var player = new RecordingPlayer(recording, 60, TimeSpan.FromSeconds(10), AtEnd.Hold, clock.Now);
        using var text = new StringWriter();
        var following = new TruthLog(player, site.Sensors).FollowAsync(text, clock, CancellationToken.None);
        Assert.Single(Lines(text));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(
            [
                "5000000000 1 main.flow=12.5;0.133333 water.ph=7.01;0.001 power.u=230.1;0.01 power.i=0.25;2.5E-05 main.pressure=4.5;0.000520833",
                "6000000000 2 main.flow=;0.133333 water.ph=;0.001 power.u=;0.01 power.i=;2.5E-05 main.pressure=;0.000520833",
            ],
            Lines(text));
        clock.Run(following);
        Assert.Equal(7, Lines(text).Length);
    }

    private static string[] Lines(StringWriter text) => text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
