using Edge.Sensors.Ade7953;
using Edge.Sensors.Sampling;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Ade7953;

/// <summary>An ADE7953 with a channel of each quantity in their order; 230 V, 5 A, -2 A, 50 Hz unless set otherwise.</summary>
internal sealed class MainsRig : I2cRig<SimulatedAde7953>
{
    /// <summary>Divider 1000 to 1 at gain 1; a shunt of 1 mOhm at gain 16; a transformer 1000 to 1 on 5 Ohm at gain 1.</summary>
    public static readonly Ade7953Options Options = new()
    {
        VoltageFullScale = 353.55,
        CurrentAFullScale = 22.1,
        CurrentBFullScale = 70.7,
        CurrentAGain = 16,
        Outputs = [.. Enum.GetValues<Ade7953Quantity>().Select(q => new Ade7953Output(q.ToString().ToLowerInvariant(), q))],
    };

    private MainsRig(Ade7953Options options, AdjustableSignal volts, AdjustableSignal amperesA, AdjustableSignal amperesB, AdjustableSignal wattsA, AdjustableSignal hertz)
        : base(
            time => new SimulatedAde7953(options, new SimulatedMains(volts, amperesA, amperesB) { WattsA = wattsA, Hertz = hertz }, time),
            (bus, time) => new Ade7953Sensor(bus, options, time)) =>
        (Volts, AmperesA, AmperesB, WattsA, Hertz) = (volts, amperesA, amperesB, wattsA, hertz);

    public MainsRig(Ade7953Options? options = null)
        : this(options ?? Options, new(230), new(5), new(-2), new(), new(50))
    {
    }

    public AdjustableSignal Volts { get; }

    public AdjustableSignal AmperesA { get; }

    public AdjustableSignal AmperesB { get; }

    public AdjustableSignal WattsA { get; }

    public AdjustableSignal Hertz { get; }

    public Sample Of(Ade7953Quantity quantity) => Sample()[(int)quantity];

    public long Register(Ade7953Register register) => Register(Ade7953Chip.Width(register), (byte)((int)register >> 8), (byte)register);
}
