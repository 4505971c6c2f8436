using Edge.Sensors.Buses;
using Edge.Sensors.Ina219;
using Edge.Sensors.Ina226;
using Edge.Sensors.Ina228;
using Edge.Sensors.Ina2xx;
using Edge.Sensors.Sampling;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Ina2xx;

/// <summary>A power monitor of the family at 0x40 with its driver; 11.98 V and 10 A unless set otherwise.</summary>
internal sealed class PowerMonitorRig : I2cRig<SimulatedIna2xx>
{
    public static readonly Ina2xxOutput[] Outputs =
        [new("u", Ina2xxQuantity.Voltage), new("i", Ina2xxQuantity.Current), new("p", Ina2xxQuantity.Power)];

    private PowerMonitorRig(Ina2xxOptions options, AdjustableSignal volts, AdjustableSignal amperes, AdjustableSignal celsius)
        : base(time => Simulate(options, volts, amperes, celsius, time), options.Open) => (Volts, Amperes, Celsius) = (volts, amperes, celsius);

    public PowerMonitorRig(Ina2xxOptions options)
        : this(options, new(11.98), new(10), new(25))
    {
    }

    public AdjustableSignal Volts { get; }

    public AdjustableSignal Amperes { get; }

    public AdjustableSignal Celsius { get; }

    /// <summary>By its driver's word, over 2 mOhm; an INA228 is given what it has after power-on, so that only its latch can tell a brown-out.</summary>
    public static PowerMonitorRig Of(string driver) => new(driver switch
    {
        "ina219" => new Ina219Options { Shunt = 0.002, MaxCurrent = 32.768, Averaging = 1, Outputs = Outputs },
        "ina226" => new Ina226Options { Shunt = 0.002, MaxCurrent = 32.768, Averaging = 1, Outputs = Outputs },
        "ina228" => new Ina228Options { Shunt = 0.002, Averaging = 1, ConversionUs = 1052, Outputs = Outputs },
        _ => throw new ArgumentOutOfRangeException(nameof(driver)),
    });

    /// <summary>The same with other options.</summary>
    public ISensor Restart(Ina2xxOptions options) => options.Open(Log, Clock);

    public int Register(byte register) => (int)Register(2, register);

    private static SimulatedIna2xx Simulate(Ina2xxOptions options, ISignal volts, ISignal amperes, ISignal celsius, TimeProvider time) => options switch
    {
        Ina219Options ina219 => new SimulatedIna219(ina219, volts, amperes, time),
        Ina226Options ina226 => new SimulatedIna226(ina226, volts, amperes, time),
        Ina228Options ina228 => new SimulatedIna228(ina228, volts, amperes, celsius, time),
        _ => throw new ArgumentOutOfRangeException(nameof(options)),
    };
}
