using Edge.Integration.Tests.Towns;
using Edge.Torture.Logs;

namespace Edge.Integration.Tests.Faults;

public sealed class BrokerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Everything_is_anchored_after_the_broker_was_ended_and_came_back(bool killed) => TestTown.PlayAsync(async town =>
    {
        await town.Watch.UntilAsync(s => s.Anchored > 0);

        if (killed)
            await town.City.Broker.KillAsync();
        else
            await town.City.Broker.StopAsync();
        var without = await town.Watch.UntilAsync(s => !s.Connected);
        var buffered = await town.Watch.UntilAsync(s => s.Sealed > without.Sealed && s.Readings > without.Readings);
        Assert.Equal(without.Anchored, buffered.Anchored);
        await town.City.Broker.StartAsync();

        var back = await town.Watch.UntilAsync(s => s.Connected && s.Anchored >= buffered.Sealed);
        Assert.Null(back.Halted);
        Assert.Equal(0, back.NotBelieved);
        Assert.Equal(0, await town.City.Gateway.StopAsync());
        Assert.Empty(LogAudit.Faults(town.ReadLog()));
    });
}
