using System.Buffers.Binary;
using Edge.Sensors.Ade7953;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// ADE7953 at register level (datasheet Rev. C): rms and power that settle in 200 ms after a reset or a new gain, flags that reading
/// clears, levels, gains, the key before its optimum register, the address of the last transfer. Energies, sag, peaks and calibration
/// are left out. An input whose signal is missing floats past its full scale; without any there is no supply and no acknowledge.
/// Another part at its address, on command, is an AHT20: a status and a measurement, whatever was asked for.
/// </summary>
public sealed class SimulatedAde7953 : SimulatedI2cDevice
{
    private const double ConverterEnds = (double)0x7FFFFF / Ade7953Chip.FullScalePeak;

    private static readonly byte[] OtherDevice = [0x1C, 0x80, 0x4F, 0x25, 0xF1, 0x3A];

    private readonly Ade7953Options _wiring;
    private readonly SimulatedMains _mains;
    private readonly Dictionary<Ade7953Register, uint> _settings = [];
    private Ade7953Register _pointer, _last;
    private uint _flagsA, _flagsB, _volts, _amperesA, _amperesB, _period;
    private int _wattsA, _wattsB;
    private long _settlesSince;
    private bool _unlocked;

    /// <param name="wiring">Full scales; how the gains are set is the driver's.</param>
    /// <param name="mains">What it measures.</param>
    /// <param name="time">Whose time passes.</param>
    public SimulatedAde7953(Ade7953Options wiring, SimulatedMains mains, TimeProvider time)
        : base(wiring.Address, time)
    {
        (_wiring, _mains) = (wiring, mains);
        PowerOn();
    }

    /// <inheritdoc/>
    protected override void PowerOn()
    {
        (_pointer, _last, _unlocked) = (default, default, false);
        (_volts, _amperesA, _amperesB, _wattsA, _wattsB, _period) = (0, 0, 0, 0, 0, 0);
        (_flagsA, _flagsB, _settlesSince) = (Ade7953Chip.Reset, 0, Time.Nanoseconds());
        _settings.Clear();
        foreach (var gain in new[] { Ade7953Register.VoltageGain, Ade7953Register.CurrentGainA, Ade7953Register.CurrentGainB, Ade7953Register.Optimum })
            _settings[gain] = 0;
        _settings[Ade7953Register.Configuration] = Ade7953Chip.PowerOn;
        _settings[Ade7953Register.OvervoltageLevel] = _settings[Ade7953Register.OvercurrentLevel] = 0xFFFFFF;
    }

    /// <inheritdoc/>
    protected override I2cStatus Answer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (Fault == DeviceFault.WrongIdentity)
        {
            OtherDevice.AsSpan(0, Math.Min(read.Length, OtherDevice.Length)).CopyTo(read);
            return I2cStatus.Ok;
        }
        var now = Time.Nanoseconds();
        if (!IsThere(_mains.Volts, now) && !IsThere(_mains.AmperesA, now) && !IsThere(_mains.AmperesB, now))
        {
            PowerOn();
            return I2cStatus.NoAcknowledge;
        }
        if (Fault != DeviceFault.NeverReady)
            Convert(now);
        if (write.Length >= sizeof(ushort))
            _pointer = (Ade7953Register)BinaryPrimitives.ReadUInt16BigEndian(write);
        var width = Ade7953Chip.Width(_pointer);
        if (write.Length == sizeof(ushort) + width)
            Store(write[sizeof(ushort)..], now);
        if (read.Length > 0)
            Load(read, width);
        if (_pointer != Ade7953Register.LastAddress)
            _last = _pointer;
        return I2cStatus.Ok;
    }

    private static bool IsThere(ISignal signal, long now) => signal.TryRead(now, out _);

    private void Store(ReadOnlySpan<byte> data, long now)
    {
        var value = 0u;
        foreach (var part in data)
            value = value << 8 | part;
        var isLocked = _pointer == Ade7953Register.Optimum && !_unlocked;
        _unlocked = _pointer == Ade7953Register.Unlock && value == Ade7953Chip.Key;
        if (isLocked || !_settings.ContainsKey(_pointer))
            return;
        if (_pointer is Ade7953Register.VoltageGain or Ade7953Register.CurrentGainA or Ade7953Register.CurrentGainB)
            _settlesSince = now;
        _settings[_pointer] = value;
    }

    private void Load(Span<byte> read, int width)
    {
        read.Fill(0xFF);
        Span<byte> word = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(word, Value(_pointer));
        var data = word[^width..];
        data[..Math.Min(width, read.Length)].CopyTo(read);
    }

    private uint Value(Ade7953Register register) => register switch
    {
        Ade7953Register.Period => _period,
        Ade7953Register.LastAddress => (uint)_last,
        Ade7953Register.PowerA => (uint)_wattsA,
        Ade7953Register.PowerB => (uint)_wattsB,
        Ade7953Register.CurrentA => _amperesA,
        Ade7953Register.CurrentB => _amperesB,
        Ade7953Register.Voltage => _volts,
        Ade7953Register.FlagsA => _flagsA,
        Ade7953Register.TakeFlagsA => Take(ref _flagsA),
        Ade7953Register.TakeFlagsB => Take(ref _flagsB),
        _ => _settings.GetValueOrDefault(register),
    };

    private static uint Take(ref uint flags)
    {
        var taken = flags;
        flags = 0;
        return taken;
    }

    private void Convert(long now)
    {
        var volts = Scales(_mains.Volts, _wiring.VoltageFullScale * _wiring.VoltageGain, Ade7953Register.VoltageGain, now);
        var a = Scales(_mains.AmperesA, _wiring.CurrentAFullScale * _wiring.CurrentAGain, Ade7953Register.CurrentGainA, now);
        var b = Scales(_mains.AmperesB, _wiring.CurrentBFullScale * _wiring.CurrentBGain, Ade7953Register.CurrentGainB, now);
        _flagsA |= Ade7953Chip.Converted
            | (IsAbove(volts, Ade7953Register.OvervoltageLevel) ? (uint)Ade7953Chip.Overvoltage : 0)
            | (IsAbove(a, Ade7953Register.OvercurrentLevel) ? (uint)Ade7953Chip.Overcurrent : 0)
            | (volts > 0 ? (uint)Ade7953Chip.ZeroCrossing : 0);
        _flagsB |= IsAbove(b, Ade7953Register.OvercurrentLevel) ? (uint)Ade7953Chip.Overcurrent : 0;
        if (Fault == DeviceFault.Frozen)
            return;
        var settled = Math.Min(1, (now - _settlesSince) / (double)Ade7953Chip.Settling.Nanoseconds());
        (_volts, _amperesA, _amperesB) = (Rms(volts * settled), Rms(a * settled), Rms(b * settled));
        _wattsA = Power(_mains.WattsA, volts * a, _wiring.VoltageFullScale * _wiring.CurrentAFullScale, settled, now);
        _wattsB = Power(_mains.WattsB, volts * b, _wiring.VoltageFullScale * _wiring.CurrentBFullScale, settled, now);
        if (volts > 0 && _mains.Hertz.TryRead(now, out var hertz))
            _period = (uint)Math.Round(Ade7953Chip.PeriodClock / hertz) - 1;
    }

    /// <summary>A quantity as a part of what fills its input, with its sign.</summary>
    /// <param name="signal">The quantity.</param>
    /// <param name="unamplified">What fills the input at a gain of 1.</param>
    /// <param name="gain">Where the gain is set.</param>
    /// <param name="now">When.</param>
    private double Scales(ISignal signal, double unamplified, Ade7953Register gain, long now) =>
        Fault == DeviceFault.Saturated || !signal.TryRead(now, out var value) ? ConverterEnds
        : unamplified > 0 ? Math.Clamp(value / unamplified * Ade7953Chip.Gains[(int)_settings[gain]], -ConverterEnds, ConverterEnds) : 0;

    private bool IsAbove(double scales, Ade7953Register level) => Math.Abs(scales) * Ade7953Chip.FullScalePeak > _settings[level];

    private static uint Rms(double scales) => (uint)Math.Round(Math.Abs(scales) * Ade7953Chip.FullScaleRms);

    private static int Power(ISignal watts, double scales, double fullScale, double settled, long now) =>
        (int)Math.Round((fullScale > 0 && watts.TryRead(now, out var given) ? given / fullScale : scales) * settled * Ade7953Chip.FullScalePower);
}
