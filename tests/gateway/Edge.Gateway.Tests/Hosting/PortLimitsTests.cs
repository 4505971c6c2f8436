using Edge.Gateway.Hosting;
using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Stacks;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Tests.Hosting;

/// <summary>What a stack's ports keep less is said of the buses that this board has, and of no others.</summary>
public sealed class PortLimitsTests : ILogger
{
    private static readonly BusPlan[] Buses =
    [
        new("i2c-1", BusKind.Linux, null, "/dev/i2c-1", null) { Timeout = TimeSpan.FromMilliseconds(50) },
        new("gpio", BusKind.Linux, null, null, "pinctrl-bcm2711"),
        new("simulated", BusKind.Remote, "/run/edge-sim.sock", null, null),
        new("wire", BusKind.Linux, null, null, null, Folder: "/sys/bus/w1/devices"),
    ];

    private readonly List<(int Id, string Text)> _said = [];

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true, 25)]
    [InlineData(true, false, 26)]
    [InlineData(false, false, 25, 26)]
    public void Each_promise_that_is_not_kept_is_said_once_for_each_bus_of_its_kind_on_this_board(bool keepsTimeouts, bool keepsEdges, params int[] ids)
    {
        PortLimits.Say(Buses, this, keepsTimeouts, keepsEdges);

        Assert.Equal(ids, _said.Select(line => line.Id));
        Assert.All(_said, line => Assert.StartsWith(line.Id == 25 ? "on bus i2c-1 a transfer is not ended after 50ms:" : "edges on gpio are stamped and counted when they arrive:", line.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void This_stack_says_what_it_keeps()
    {
        var keepsAll = typeof(Copper).Assembly.GetReferencedAssemblies().All(a => a.Name != "System.Device.Gpio");

        Assert.Equal((keepsAll, keepsAll), (Copper.KeepsTimeouts, Copper.KeepsEdges));
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _said.Add((eventId.Id, formatter(state, exception)));
}
