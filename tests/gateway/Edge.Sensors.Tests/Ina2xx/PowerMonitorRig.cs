using Edge.Sensors.Buses;
using Edge.Sensors.Ina219;
using Edge.Sensors.Ina226;
using Edge.Sensors.Ina228;
using Edge.Sensors.Ina2xx;
using Edge.Sensors.Tests.Buses;
using Edge.Sensors.Tests.Sampling;
using Edge.Simulators.Clocks;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Ina2xx;

/// <summary>A power monitor of the family at 0x40 with its driver; 11.98 V and 10 A unless set otherwise.</summary>
internal sealed class PowerMonitorRig : IDisposable
{
    public static readonly Ina2xxOutput[] Outputs =
        [new("u", Ina2xxQuantity.Voltage), new("i", Ina2xxQuantity.Current), new("p", Ina2xxQuantity.Power)];

    private readonly SimulatedI2cBus _bus = new("i2c-1");

    public PowerMonitorRig(Ina2xxOptions options)
    {
        Chip = options switch
        {
            Ina219Options ina219 => new SimulatedIna219(ina219, Volts, Amperes, Clock),
            Ina226Options ina226 => new SimulatedIna226(ina226, Volts, Amperes, Clock),
            Ina228Options ina228 => new SimulatedIna228(ina228, Volts, Amperes, Celsius, Clock),
            _ => throw new ArgumentOutOfRangeException(nameof(options)),
        };
        _bus.Connect(Chip);
        Log = new TransferLog(_bus);
        Sensor = (Ina2xxSensor)options.Open(Log, Clock);
    }

    public SimulatedClock Clock { get; } = new();

    public AdjustableSignal Volts { get; } = new(11.98);

    public AdjustableSignal Amperes { get; } = new(10);

    public AdjustableSignal Celsius { get; } = new(25);

    public SimulatedIna2xx Chip { get; }

    public TransferLog Log { get; }

    public Ina2xxSensor Sensor { get; }

    /// <summary>By its driver's word, over 2 mOhm; an INA228 is given what it has after power-on, so that only its latch can tell a brown-out.</summary>
    public static PowerMonitorRig Of(string driver) => new(driver switch
    {
        "ina219" => new Ina219Options { Shunt = 0.002, MaxCurrent = 32.768, Averaging = 1, Outputs = Outputs },
        "ina226" => new Ina226Options { Shunt = 0.002, MaxCurrent = 32.768, Averaging = 1, Outputs = Outputs },
        "ina228" => new Ina228Options { Shunt = 0.002, Averaging = 1, ConversionUs = 1052, Outputs = Outputs },
        _ => throw new ArgumentOutOfRangeException(nameof(driver)),
    });

    public CollectedSamples Sample() => CollectedSamples.Of(Sensor, Clock);

    /// <summary>A second driver on the same chip, as after a restart of the gateway.</summary>
    public Ina2xxSensor Restart(Ina2xxOptions options) => (Ina2xxSensor)options.Open(Log, Clock);

    public int Register(byte register) => (int)Register(register, 2);

    public long Register(byte register, int bytes)
    {
        var answer = new byte[bytes];
        Assert.Equal(I2cStatus.Ok, _bus.Transfer(0x40, [register], answer));
        return answer.Aggregate(0L, (value, b) => value << 8 | b);
    }

    public void Dispose() => Sensor.Dispose();
}
