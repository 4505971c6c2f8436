using Edge.Sensors.Buses;
using Edge.Sensors.Ds3231;
using Edge.Sensors.Sampling;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// DS3231 at register level (datasheet 19-5170): time that runs from when it was set, in hours of 24 or 12, over the century; the stop flag that power-on sets
/// and only a write clears; a conversion of the temperature every 64 s. Unplugged it lives on its battery; a brown-out takes that as well. Alarms are left
/// out. It begins as one that was powered for a while and never set. Without a temperature it does not answer. Another part at its address, on command, is an MCP3424: a code and its configuration again and again.
/// </summary>
public sealed class SimulatedDs3231 : SimulatedI2cDevice
{
    private const byte OtherDevice = 0x9C;
    private static readonly long Every = 64_000_000_000;

    private readonly ISignal _celsius;
    private readonly byte[] _registers = new byte[Ds3231Chip.Registers];
    private byte _pointer;
    private long _setAt, _seconds, _converts;
    private bool _hasConverted;

    /// <param name="celsius">The box's temperature.</param>
    /// <param name="time">Whose time passes.</param>
    public SimulatedDs3231(ISignal celsius, TimeProvider time)
        : base(Ds3231Chip.Address, time)
    {
        _celsius = celsius;
        Reset();
        _converts = _setAt;
    }

    /// <summary>Back after it was unplugged: the battery kept everything.</summary>
    protected override void PowerOn() => _pointer = 0;

    /// <summary>The supply and the battery are gone: what it was is lost.</summary>
    public override void BrownOut()
    {
        lock (Gate)
            Reset();
    }

    private void Reset()
    {
        Array.Clear(_registers);
        (_registers[(int)Ds3231Register.Weekday], _registers[(int)Ds3231Register.Day], _registers[(int)Ds3231Register.Month]) = (1, 1, 1);
        (_registers[(int)Ds3231Register.Control], _registers[(int)Ds3231Register.Status]) = (Ds3231Chip.PowerOnControl, Ds3231Chip.PowerOnStatus);
        (_pointer, _setAt, _hasConverted) = (0, Time.Nanoseconds(), false);
        _converts = _setAt + Ds3231Chip.Conversion.Nanoseconds();
        Ds3231Time.TryRead(_registers, out _seconds);
    }

    /// <inheritdoc/>
    protected override I2cStatus Answer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (Fault == DeviceFault.WrongIdentity)
        {
            read.Fill(OtherDevice);
            return I2cStatus.Ok;
        }
        var now = Time.Nanoseconds();
        if (!_celsius.TryRead(now, out var celsius))
            return I2cStatus.NoAcknowledge;
        Convert(now, celsius);
        Tick(now);
        if (write.Length > 0)
            _pointer = (byte)(write[0] % Ds3231Chip.Registers);
        for (var i = 1; i < write.Length; i++)
            Store(write[i], now);
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = _registers[_pointer];
            _pointer = (byte)((_pointer + 1) % Ds3231Chip.Registers);
        }
        return I2cStatus.Ok;
    }

    private void Convert(long now, double celsius)
    {
        var isOver = (now >= _converts || Fault == DeviceFault.Saturated) && Fault != DeviceFault.NeverReady;
        if (isOver && Fault != DeviceFault.Frozen)
            StoreTemperature(Fault == DeviceFault.Saturated ? Ds3231Chip.LargestCode : (int)Math.Clamp(Math.Round(celsius / Ds3231Chip.DegreesPerCode), Ds3231Chip.SmallestCode, Ds3231Chip.LargestCode));
        if (isOver)
            (_hasConverted, _converts) = (true, now + (Fault == DeviceFault.Saturated ? 0 : Every));
        if (Fault == DeviceFault.NeverReady)
        {
            StoreTemperature(0);
            (_hasConverted, _converts) = (false, now);
        }
        ref var status = ref _registers[(int)Ds3231Register.Status];
        status = (byte)(_hasConverted ? status & ~Ds3231Chip.Busy : status | Ds3231Chip.Busy);
    }

    private void StoreTemperature(int code)
    {
        _registers[(int)Ds3231Register.TemperatureHigh] = (byte)(code >> 2);
        _registers[(int)Ds3231Register.TemperatureLow] = (byte)(code << 6);
    }

    private void Tick(long now)
    {
        var hours = _registers[(int)Ds3231Register.Hours];
        var seconds = _seconds + (now - _setAt) / 1_000_000_000;
        var weekday = _registers[(int)Ds3231Register.Weekday];
        Ds3231Time.Write(seconds, _registers);
        _registers[(int)Ds3231Register.Weekday] = weekday;
        if ((hours & Ds3231Chip.TwelveHours) != 0)
            _registers[(int)Ds3231Register.Hours] = OfTwelve(DateTimeOffset.FromUnixTimeSeconds(seconds).Hour);
    }

    private static byte OfTwelve(int hour)
    {
        var shown = hour % 12 == 0 ? 12 : hour % 12;
        return (byte)(Ds3231Chip.TwelveHours | (hour >= 12 ? Ds3231Chip.Afternoon : 0) | shown / 10 << 4 | shown % 10);
    }

    private void Store(byte value, long now)
    {
        var register = (Ds3231Register)_pointer;
        if (register == Ds3231Register.Status)
            value = (byte)(value & ~Ds3231Chip.StatusUnused & ~Ds3231Chip.Stopped | value & _registers[_pointer] & Ds3231Chip.Stopped);
        if (register < Ds3231Register.TemperatureHigh)
            _registers[_pointer] = value;
        if (_pointer < Ds3231Chip.TimeRegisters && Ds3231Time.TryRead(_registers, out var seconds))
            (_seconds, _setAt) = (seconds, now);
        _pointer = (byte)((_pointer + 1) % Ds3231Chip.Registers);
    }
}
