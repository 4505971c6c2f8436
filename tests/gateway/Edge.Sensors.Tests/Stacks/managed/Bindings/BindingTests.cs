using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Sensors.Ads1x15;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>Bindings and the project's drivers on the same simulated registers. Where they differ, the page of the stacks says so, and nothing else.</summary>
public sealed class BindingTests
{
    private const int FewestReadings = 300;

    public static TheoryData<string> Names => [.. ComparedBinding.All.Select(b => b.Name)];

    private static ComparedBinding Of(string name) => ComparedBinding.All.Single(b => b.Name == name);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_binding_reads_is_within_one_step_of_the_drivers_or_the_difference_is_listed(string name)
    {
        var comparisons = Of(name).Readings().ToList();
        Assert.InRange(comparisons.Count, FewestReadings, int.MaxValue);
        var listed = BindingPage.Rows("Readings that differ", name).Select(cells => new Difference(cells[0], cells[1], cells[2]));
        Agree(InOrder(listed), InOrder(Difference.Among(comparisons)));
    }

    private static void Agree(string listed, string observed) => Assert.True(listed == observed, $"The page says\n{listed}\nObserved is\n{observed}");

    private static string InOrder(IEnumerable<Difference> differences) => string.Join('\n', differences.Select(d => $"{d.Reading} | {d.Where} | {d.Amount}").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void What_makes_a_binding_say_what_is_not_so_is_listed(string name)
    {
        var binding = Of(name);
        var misled = binding.Mishaps.Where(m => m.Misleads(binding.Make, pair => pair.Bound)).Select(m => m.Words);
        Agree(BindingPage.Rows("Values that are none", name).Single()[0], string.Join(", ", misled));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void None_of_it_makes_the_driver_say_what_is_not_so(string name)
    {
        var binding = Of(name);
        Assert.DoesNotContain(binding.Mishaps, m => m.Misleads(binding.Make, pair => pair.Own));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(128)]
    [InlineData(860)]
    public void The_Ads1115_occupies_the_bus_while_the_chip_converts_as_listed(int rate)
    {
        var row = BindingPage.Rows("The bus while the ADS1115 converts", rate.ToString(CultureInfo.InvariantCulture)).Single();
        Assert.Equal((row[0], row[1]), (Occupied(rate, pair => pair.Own), Occupied(rate, pair => pair.Bound)));
    }

    private static string Occupied(int rate, Func<IDriverPair, ISensor> driver)
    {
        using var pair = ComparedAds1115.Pair(ComparedAds1115.Options(2.048, rate, terminals: 1), new AdjustableSignal(1));
        pair.Sample(driver(pair));
        var (transfers, busy) = (pair.Bus.Transfers, pair.Bus.Busy);
        pair.Sample(driver(pair));
        return string.Create(CultureInfo.InvariantCulture, $"{pair.Bus.Transfers - transfers} transfers, {(pair.Bus.Busy - busy).TotalMilliseconds:0.0} ms");
    }

    [Theory]
    [InlineData(DeviceFault.NoAcknowledge, Reason.NoAnswer)]
    [InlineData(DeviceFault.BusStuck, Reason.BusFault)]
    [InlineData(DeviceFault.ArbitrationLost, Reason.BusFault)]
    [InlineData(DeviceFault.TimedOut, Reason.BusFault)]
    [InlineData(DeviceFault.Short, Reason.Garbled)]
    public void A_transfer_that_fails_below_a_binding_keeps_its_reason_and_goes_away_with_it(DeviceFault fault, Reason reason)
    {
        using var pair = ComparedAds1115.Pair(ComparedAds1115.Options(2.048, rate: 860, terminals: 1), new AdjustableSignal(1));
        Assert.Equal(1, pair.Sample(pair.Bound)[0].Value);
        pair.Fault = fault;
        CollectedSamples.AssertAbsent(reason, pair.Sample(pair.Bound)[0]);
        pair.Fault = DeviceFault.None;
        Assert.Equal(1, pair.Sample(pair.Bound)[0].Value);
    }

    [Fact]
    public void A_binding_for_the_INA236_refuses_an_INA226()
    {
        using var bus = new SimulatedI2cBus("i2c-1");
        var options = ComparedIna236.Options;
        bus.Connect(new SimulatedIna226(options, new AdjustableSignal(12), new AdjustableSignal(1), TimeProvider.System));
        Assert.Contains("doesn't seem to be an INA236", Assert.Throws<InvalidOperationException>(() => BoundIna236.Open(bus, options)).Message, StringComparison.Ordinal);
    }
}
