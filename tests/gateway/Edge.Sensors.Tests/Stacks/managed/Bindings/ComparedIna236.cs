using Edge.Sensors.Buses;
using Edge.Sensors.Ina226;
using Edge.Sensors.Ina2xx;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;
using Iot.Device.Adc;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>An INA226 that says it was an INA236, which the binding asks for: the registers are the same, what a bit of voltage and power is worth is not.</summary>
internal sealed class ComparedIna236 : ComparedBinding
{
    private const byte DeviceId = 0x3F;
    private const double BoundPowerSteps = 32;

    public static readonly Ina226Options Options = new()
    {
        Shunt = 0.002,
        MaxCurrent = 32.768,
        Averaging = 1,
        ConversionUs = 140,
        Outputs = [new("u", Ina2xxQuantity.Voltage), new("i", Ina2xxQuantity.Current), new("p", Ina2xxQuantity.Power)],
    };

    public override string Name => "Ina236";

    public override IReadOnlyList<Mishap> Mishaps { get; } = [Mishap.BrownOut, Mishap.Garbage, Mishap.NeverReady, Mishap.Saturated];

    public override IEnumerable<Comparison> Readings()
    {
        var (volts, amperes) = (new AdjustableSignal(), new AdjustableSignal());
        foreach (var (bus, shunt) in Codes.Between(0, 0x7FFF, count: 300, seed: 3).Zip(Codes.Signed(16, count: 297, seed: 4)))
        {
            using var pair = Pair(volts, amperes);
            (volts.Value, amperes.Value) = (bus * Ina226Chip.BusVoltsPerCode, shunt * Ina226Chip.ShuntVoltsPerCode / Options.Shunt);
            var (own, bound) = (pair.Sample(pair.Own), pair.Sample(pair.Bound));
            var (back, step) = (shunt < 0 ? "current below 0" : "", 2 * Options.CurrentStep);
            yield return new("voltage", "", ValueOf(own[0], Ina226Chip.BusVoltsPerCode), bound[0].Value, Ina226Chip.BusVoltsPerCode, "V");
            if (own[1].Value is { } current)
                yield return new("current", back, current, bound[1].Value, step, "A");
            if (own[2].Value is { } power)
                yield return new("power", back, power, bound[2].Value, step * BoundPowerSteps, "W");
            yield return new("shunt voltage", back, 1000 * OwnShuntVoltage(pair.Bus), 1000 * BoundShuntVoltage(pair), 1000 * Ina226Chip.ShuntVoltsPerCode, "mV");
        }
    }

    private static double OwnShuntVoltage(II2cBus bus)
    {
        Assert.Equal(I2cStatus.Ok, new WordRegisters(bus, (byte)Options.Address).Read((byte)Ina226Register.ShuntVoltage, out var word));
        return (short)word * Ina226Chip.ShuntVoltsPerCode;
    }

    private static double BoundShuntVoltage(DriverPair<SimulatedIna226> pair)
    {
        var binding = BoundIna236.Open(pair.Bus, Options);
        binding.OperatingMode = Ina236OperatingMode.SingleShuntAndBusVoltage;
        pair.Clock.Advance(Options.Conversion);
        return binding.ReadShuntVoltage().Volts;
    }

    public override (IDriverPair Pair, Action<double> Input, double Before, double After) Make()
    {
        var amperes = new AdjustableSignal();
        return (Pair(new AdjustableSignal(12), amperes), value => amperes.Value = value, 10, 5);
    }

    private static DriverPair<SimulatedIna226> Pair(AdjustableSignal volts, AdjustableSignal amperes)
    {
        var pair = new DriverPair<SimulatedIna226>(
            time => new SimulatedIna226(Options, volts, amperes, time), (bus, time) => new Ina226Sensor(bus, Options, time), (bus, time) => new BoundIna236(bus, Options, time));
        pair.Registers.Set(DeviceId, 0xA0, 0x80);
        return pair;
    }
}
