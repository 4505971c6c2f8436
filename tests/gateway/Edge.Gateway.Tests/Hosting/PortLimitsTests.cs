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

    private readonly List<string> _said = [];

    [Theory]
    [InlineData(true)]
    [InlineData(false, "edges on gpio are stamped and counted when they arrive:")]
    public void A_promise_that_is_not_kept_is_said_once_for_each_bus_of_its_kind_on_this_board(bool keepsEdges, params string[] said)
    {
        PortLimits.Say(Buses, this, keepsEdges);

        Assert.Equal(said.Length, _said.Count);
        Assert.All(_said.Zip(said), line => Assert.StartsWith(line.Second, line.First, StringComparison.Ordinal));
    }

    [Fact]
    public void This_stack_says_what_it_keeps() =>
        Assert.Equal(typeof(Copper).Assembly.GetReferencedAssemblies().All(a => a.Name != "System.Device.Gpio"), Copper.KeepsEdges);

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _said.Add(formatter(state, exception));
}
