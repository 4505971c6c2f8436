using Edge.Gateway.Health;

namespace Edge.Gateway.Tests.Faults;

public sealed class MissingClockTests
{
    [Fact]
    public async Task A_battery_backed_clock_that_is_configured_and_missing_needs_somebody_at_once()
    {
        await using var gateway = new LoneGateway(clock: "{ rtc: rtc77 }");
        gateway.Start();

        var health = await gateway.UntilAsync(h => h.Needs.Contains(Need.RtcFails));

        Assert.Equal(("rtc77", "Unknown"), (health.Rtc!.Name, health.Rtc.State));
        Assert.Contains("rtc77 does not exist", string.Join(' ', (await gateway.AskAsync("status")).Said.Split('\n', StringSplitOptions.TrimEntries)), StringComparison.Ordinal);
        await gateway.StopAsync();
    }
}
