using Edge.Gateway.Consequences;
using Edge.Gateway.Hosting;
using Edge.Gateway.Tests.Configuration;
using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Stacks;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Tests.Consequences;

/// <summary>That this build's stack may lose edges is said of the lines that this board has, and of no others: before the gateway starts and when it does.</summary>
public sealed class LateEdgesTests : ILogger<PortLimits>
{
    private static readonly BusPlan[] Buses =
    [
        new("i2c-1", BusKind.Linux, null, "/dev/i2c-1", null) { Timeout = TimeSpan.FromMilliseconds(50) },
        new("gpio", BusKind.Linux, null, null, "pinctrl-bcm2711"),
        new("simulated", BusKind.Remote, "/run/edge-sim.sock", null, null),
        new("wire", BusKind.Linux, null, null, null, Folder: "/sys/bus/w1/devices"),
    ];

    private static readonly bool IsManaged = typeof(Copper).Assembly.GetReferencedAssemblies().Any(a => a.Name == "System.Device.Gpio");

    private readonly List<string> _said = [];

    [Theory]
    [InlineData(true)]
    [InlineData(false, "gpio")]
    public void They_are_on_lines_of_this_board_where_the_stack_keeps_no_more(bool keepsEdges, params string[] buses) =>
        Assert.Equal(buses, LateEdges.On(Buses, keepsEdges));

    [Fact]
    public async Task The_gateway_says_it_at_its_start_under_the_stack_that_it_is_true_of()
    {
        await new PortLimits(ConfigurationText.Read(ConfigurationText.Good), this).StartAsync(CancellationToken.None);
        Assert.Equal(IsManaged ? 1 : 0, _said.Count);
        Assert.All(_said, line => Assert.StartsWith("edges on gpio are stamped and counted when they arrive:", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "! Pulses on gpio can be lost:")]
    [InlineData("zh", "! gpio 上的脉冲可能丢失：")]
    public async Task So_does_the_check_of_a_configuration(string language, string line)
    {
        using var site = new CheckedSite();
        var said = (await site.CheckAsync(language)).Said;
        Assert.Equal(IsManaged, said.Contains(line, StringComparison.Ordinal));
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _said.Add(formatter(state, exception));
}
