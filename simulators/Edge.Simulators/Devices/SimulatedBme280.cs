using Edge.Sensors.Bme280;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// BME280 at register level (datasheet BST-BME280-DS002): coefficients of a real chip, settings, a forced conversion that takes its time, data that read 80000h and 8000h until
/// something was measured. Nothing there at all: no acknowledge; one quantity missing: its code goes to the end of the range.
/// </summary>
public sealed class SimulatedBme280 : SimulatedI2cDevice
{
    // As published for one chip in Bosch's community forum, "BME280 Data to test Calculations", 2019-09-04.
    private static readonly byte[] Low = Convert.FromHexString("6C6E776632" + "00A89227D5D00B6F18CAFFF9FFAC260AD8BD10" + "004B");
    private static readonly byte[] High = Convert.FromHexString("650100140B001E");

    private readonly ISignal _temperature, _pressure, _humidity;
    private readonly Bme280Coefficients _coefficients = new(Low, High);
    private readonly byte[] _registers = new byte[256];
    private byte _pointer;
    private long _ready;
    private bool _measuring;

    /// <param name="address">0x76 or 0x77.</param>
    /// <param name="temperature">degC.</param>
    /// <param name="pressure">Pa.</param>
    /// <param name="humidity">%RH.</param>
    /// <param name="time">Whose time conversions take.</param>
    public SimulatedBme280(int address, ISignal temperature, ISignal pressure, ISignal humidity, TimeProvider time)
        : base(address, time)
    {
        (_temperature, _pressure, _humidity) = (temperature, pressure, humidity);
        PowerOn();
    }

    /// <inheritdoc/>
    protected override void PowerOn()
    {
        Array.Clear(_registers);
        Low.CopyTo(_registers, (int)Bme280Register.CoefficientsLow);
        High.CopyTo(_registers, (int)Bme280Register.CoefficientsHigh);
        _registers[(int)Bme280Register.Id] = Bme280Chip.Id;
        _pointer = 0;
        _measuring = false;
        Store(new Bme280Codes(Bme280Chip.Skipped, Bme280Chip.Skipped, Bme280Chip.SkippedHumidity));
    }

    /// <inheritdoc/>
    protected override I2cStatus Answer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        var now = Time.Nanoseconds();
        if (!_temperature.TryRead(now, out _) && !_pressure.TryRead(now, out _) && !_humidity.TryRead(now, out _))
            return I2cStatus.NoAcknowledge;
        Finish();
        if (write.Length > 0)
            _pointer = write[0];
        for (var i = 0; i + 1 < write.Length; i += 2)
            Write((Bme280Register)write[i], write[i + 1]);
        _registers[(int)Bme280Register.Status] = _measuring ? Bme280Chip.Measuring : (byte)0;
        for (var i = 0; i < read.Length; i++)
            read[i] = _registers[(byte)(_pointer + i)];
        if (Fault == DeviceFault.WrongIdentity && _pointer == (byte)Bme280Register.Id && read.Length > 0)
            read[0] = 0x58;
        return I2cStatus.Ok;
    }

    private byte Measure
    {
        get => _registers[(int)Bme280Register.Measure];
        set => _registers[(int)Bme280Register.Measure] = value;
    }

    private void Write(Bme280Register register, byte value)
    {
        if (register is not (Bme280Register.Humidity or Bme280Register.Measure or Bme280Register.Config))
            return;
        _registers[(int)register] = value;
        if (register != Bme280Register.Measure || (value & Bme280Chip.Mode) == 0)
            return;
        _measuring = true;
        _ready = Time.Nanoseconds() + Bme280Chip.Duration(Times(value >> 5)).Nanoseconds();
    }

    private static int Times(int code) => code == 0 ? 0 : 1 << Math.Min(code, 5) - 1;

    private void Finish()
    {
        if (!_measuring || Time.Nanoseconds() < _ready || Fault == DeviceFault.NeverReady)
            return;
        _measuring = false;
        Measure = (byte)(Measure & ~Bme280Chip.Mode);
        if (Fault != DeviceFault.Frozen)
            Store(Converted());
    }

    private Bme280Codes Converted()
    {
        if (Fault == DeviceFault.Saturated)
            return new Bme280Codes(0, 0xFFFFF, 0xFFFF);
        var resolved = -1 << 5 - Math.Max(1, Measure >> 5);
        var temperature = _temperature.TryRead(_ready, out var celsius) ? Find(Bme280Quantity.Temperature, celsius, 0, 0xFFFFF) & resolved : 0xFFFFF;
        var pressure = _pressure.TryRead(_ready, out var pascals) ? Find(Bme280Quantity.Pressure, pascals, temperature, 0xFFFFF) & resolved : 0xFFFFF;
        var humidity = _humidity.TryRead(_ready, out var percent) ? Find(Bme280Quantity.Humidity, percent, temperature, 0xFFFF) : 0xFFFF;
        return new Bme280Codes(pressure, temperature, humidity);
    }

    /// <summary>The first code that has reached what is there; pressure's code falls as it rises.</summary>
    private int Find(Bme280Quantity quantity, double there, int temperature, int last)
    {
        var (low, high) = (1, last);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var codes = quantity switch
            {
                Bme280Quantity.Temperature => new Bme280Codes(0, middle, 0),
                Bme280Quantity.Pressure => new Bme280Codes(middle, temperature, 0),
                _ => new Bme280Codes(0, temperature, middle),
            };
            var value = _coefficients.Value(quantity, codes);
            var reached = quantity == Bme280Quantity.Pressure ? value <= there : value >= there;
            (low, high) = reached ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private void Store(in Bme280Codes codes)
    {
        var data = _registers.AsSpan((int)Bme280Register.Data, 8);
        (data[0], data[1], data[2]) = ((byte)(codes.Pressure >> 12), (byte)(codes.Pressure >> 4), (byte)(codes.Pressure << 4));
        (data[3], data[4], data[5]) = ((byte)(codes.Temperature >> 12), (byte)(codes.Temperature >> 4), (byte)(codes.Temperature << 4));
        (data[6], data[7]) = ((byte)(codes.Humidity >> 8), (byte)codes.Humidity);
    }
}
