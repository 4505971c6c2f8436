using Edge.Simulators.Recordings;
using Edge.Simulators.Sites;

namespace Edge.Simulators.Tests.Recordings;

public sealed class RecordingPlayerTests
{
    private const long Second = 1_000_000_000, Origin = 77 * Second;

    // One step of two, then an outage of an hour.
    private static readonly Recording Recording = RecordingReader.Read(
        new StringReader("t,a\n00:00:00,1\n00:00:01,2\n00:00:03,3\n01:00:03,4\n01:00:04,5\n"), "r.csv",
        new RecordingFormat(["t", "a"], ',', [""], ["t"], "HH:mm:ss"), [new ColumnSource("a", "")]);

    private static RecordingPlayer Player(AtEnd atEnd = AtEnd.Hold, double speed = 1) => new(Recording, speed, TimeSpan.FromSeconds(10), atEnd, Origin);

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(0.999, 0)]
    [InlineData(1, 1)]
    [InlineData(2.999, 1)]
    [InlineData(3, 2)]
    [InlineData(12.999, 2)]
    [InlineData(13, 3)]
    [InlineData(14, 4)]
    [InlineData(1000, 4)]
    public void Rows_follow_the_recordings_steps_and_an_outage_is_capped(double seconds, int row) =>
        Assert.Equal(row, Player().RowAt(Origin + (long)(seconds * Second)));

    [Fact]
    public void Speed_divides_the_steps_before_the_cap()
    {
        var player = Player(speed: 3600);
        Assert.Equal([0L, Second / 3600, Second * 3 / 3600, Second * 3 / 3600 + Second], Enumerable.Range(0, 4).Select(n => player.StartOf(n)!.Value - Origin).Select(n => n).Select(Near));

        static long Near(long n) => Math.Abs(n - (Second * 3 / 3600 + Second)) <= 3 ? Second * 3 / 3600 + Second : Math.Abs(n - Second * 3 / 3600) <= 3 ? Second * 3 / 3600 : n;
    }

    [Fact]
    public void After_the_last_row_it_holds_or_begins_anew()
    {
        Assert.Equal((4, 4), (Player().RowAt(Origin + 15 * Second), Player(AtEnd.Stop).RowAt(Origin + 15 * Second)));
        var loop = Player(AtEnd.Loop);
        Assert.Equal([0, 1, 2, 3, 4, 0], new[] { 15, 16, 18, 28, 29, 30 }.Select(s => loop.RowAt(Origin + s * Second)));
        Assert.Equal(Origin + 16 * Second, loop.StartOf(6));
        Assert.Equal((null, Origin + 15 * Second), (loop.End, Player().End!.Value));
        Assert.Null(Player().StartOf(5));
    }

    [Theory]
    [InlineData(AtEnd.Hold)]
    [InlineData(AtEnd.Loop)]
    public void A_row_holds_exactly_until_the_next(AtEnd atEnd)
    {
        var player = Player(atEnd);
        var at = Origin;
        for (var n = 1; n < (atEnd == AtEnd.Loop ? 20 : 5); n++)
        {
            var until = player.HoldsUntil(at);
            Assert.Equal(player.StartOf(n), until);
            Assert.Equal(player.RowAt(at), player.RowAt(until - 1));
            at = until;
        }
        if (atEnd == AtEnd.Hold)
            Assert.True(player.HoldsUntil(at) > Origin + 1_000_000 * Second);
    }

    [Fact]
    public void By_default_the_usual_step_takes_one_second() => Assert.Equal(1, RecordingPlayer.DefaultSpeed(Recording));
}
