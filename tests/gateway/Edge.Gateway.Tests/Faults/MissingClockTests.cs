using Edge.Gateway.Health;

namespace Edge.Gateway.Tests.Faults;

public sealed class MissingClockTests
{
    [Theory]
    [InlineData("{ rtc: rtc77 }", "rtc77", "rtc77 does not exist")]
    [InlineData("{ rtc: ds3231, rtc_bus: i2c-1 }", "ds3231 on i2c-1", "ds3231 on i2c-1 does not answer (Gone)")]
    public async Task A_battery_backed_clock_that_is_configured_and_missing_needs_somebody_at_once(string clock, string name, string said)
    {
        await using var gateway = new LoneGateway(clock: clock);
        gateway.Start();

        var health = await gateway.UntilAsync(h => h.Needs.Contains(Need.RtcFails));

        Assert.Equal((name, "Unknown"), (health.Rtc!.Name, health.Rtc.State));
        Assert.Contains(said, string.Join(' ', (await gateway.AskAsync("status")).Said.Split('\n', StringSplitOptions.TrimEntries)), StringComparison.Ordinal);
        await gateway.StopAsync();
    }
}
