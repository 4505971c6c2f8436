using Edge.Sensors.Ads1x15;
using Edge.Sensors.Sampling;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// ADS1115 or ADS1015 at register level (datasheets SBAS444, SBAS473E): config with its OS bit, a conversion that takes its data
/// rate's time and is of the input at its end; in continuous mode one after the other, each with a pulse of ALERT/RDY where the comparator is set to tell of them. Inputs are volts at AIN0 to AIN3; an unwired one floats near 0.3 V. Another part at
/// its address, on command: an ADS1115 where an ADS1015 is expected; where an ADS1115 is expected, one whose second register cannot be written.
/// </summary>
public sealed class SimulatedAds1x15 : SimulatedRegisterDevice
{
    private const double Floating = 0.3;

    private readonly Ads1x15Chip _chip;
    private readonly ISignal?[] _inputs = new ISignal?[4];
    private readonly ushort[] _registers = new ushort[4];
    private SimulatedGpioLine? _alert;
    private ITimer? _beat;
    private long _ready;
    private bool _converting;

    /// <param name="chip">Which of the two.</param>
    /// <param name="address">0x48 to 0x4B.</param>
    /// <param name="time">Whose time conversions take.</param>
    public SimulatedAds1x15(Ads1x15Chip chip, int address, TimeProvider time)
        : base(address, time)
    {
        _chip = chip;
        PowerOn();
    }

    /// <summary>Wires a signal, volts, to a terminal.</summary>
    /// <param name="terminal">0 to 3.</param>
    /// <param name="volts">Against ground.</param>
    public void Connect(int terminal, ISignal volts) => _inputs[terminal] = volts;

    /// <summary>Wires ALERT/RDY, which has a pull-up: a conversion's pulse is its rising edge.</summary>
    public void ConnectReady(SimulatedGpioLine line)
    {
        _alert = line;
        _beat = Time.CreateTimer(static chip => ((SimulatedAds1x15)chip!).Beat(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    protected override void PowerOn()
    {
        base.PowerOn();
        _registers[(int)Ads1x15Register.Conversion] = 0;
        _registers[(int)Ads1x15Register.Config] = Ads1x15Chip.PowerOn & ~Ads1x15Chip.Start & 0xFFFF;
        _registers[(int)Ads1x15Register.LowThreshold] = 0x8000;
        _registers[(int)Ads1x15Register.HighThreshold] = 0x7FFF;
        _converting = false;
    }

    private ushort Config
    {
        get => _registers[(int)Ads1x15Register.Config];
        set => _registers[(int)Ads1x15Register.Config] = value;
    }

    private bool Continuous => (Config & Ads1x15Chip.SingleShot) == 0;

    private bool IsForeign => Fault == DeviceFault.WrongIdentity && _chip == Ads1x15Chip.Ads1115;

    /// <summary>"Conversion Ready Pin": the comparator is on, and the thresholds are on the wrong sides of zero.</summary>
    private bool TellsReady => (Config & Ads1x15Chip.ComparatorOff) != Ads1x15Chip.ComparatorOff
        && (short)_registers[(int)Ads1x15Register.HighThreshold] < 0 && (short)_registers[(int)Ads1x15Register.LowThreshold] >= 0;

    private long ConversionTime => 1_000_000_000 / _chip.DataRate(Config);

    /// <inheritdoc/>
    protected override void Store(byte register, ushort value)
    {
        switch ((Ads1x15Register)(register & 3))
        {
            case Ads1x15Register.Conversion:
                break;
            case Ads1x15Register.Config:
                Config = (ushort)(value & ~Ads1x15Chip.Start);
                if ((value & Ads1x15Chip.Start) != 0 || Continuous)
                    (_converting, _ready) = (true, Time.Nanoseconds() + ConversionTime);
                Arm();
                break;
            default:
                _registers[register & 3] = value;
                break;
        }
    }

    /// <inheritdoc/>
    protected override ulong Load(byte register)
    {
        register &= 3;
        if (register != (byte)Ads1x15Register.Config)
            return _registers[register];
        var idle = !_converting && Fault != DeviceFault.NeverReady;
        return IsForeign ? 0u : (ushort)(Config | (idle ? Ads1x15Chip.Start : 0));
    }

    /// <inheritdoc/>
    protected override void CatchUp(long now)
    {
        if (!_converting || now < _ready || (Fault == DeviceFault.NeverReady && !Continuous))
            return;
        var ended = Continuous ? (now - _ready) / ConversionTime : 0;
        var last = _ready + ended * ConversionTime;
        if (Fault is not (DeviceFault.Frozen or DeviceFault.NeverReady))
            _registers[(int)Ads1x15Register.Conversion] = Word(last);
        for (var at = _ready; Continuous && TellsReady && Fault != DeviceFault.NeverReady && !IsForeign && at <= last; at += ConversionTime)
            _alert?.Emit(at);
        _converting = Continuous;
        _ready = Continuous ? last + ConversionTime : _ready;
    }

    private void Beat()
    {
        lock (Gate)
        {
            CatchUp(Time.Nanoseconds());
            Arm();
        }
    }

    private void Arm()
    {
        if (_converting && Continuous)
            _beat?.Change(TimeSpan.FromTicks(Math.Max(0, _ready - Time.Nanoseconds() + 99) / 100), Timeout.InfiniteTimeSpan);
    }

    private ushort Word(long at)
    {
        var chip = Fault == DeviceFault.WrongIdentity ? Ads1x15Chip.Ads1115 : _chip;
        if (Fault == DeviceFault.Saturated)
            return chip.Word(chip.LargestCode);
        var (positive, negative) = (Config >> 12 & 7) switch
        {
            0 => (0, 1),
            1 => (0, 3),
            2 => (1, 3),
            3 => (2, 3),
            var single => (single - 4, -1),
        };
        var volts = Volts(positive, at) - (negative < 0 ? 0 : Volts(negative, at));
        var code = Math.Round(volts / chip.VoltsPerCode(Ads1x15Chip.FullScale(Config)));
        return chip.Word((int)Math.Clamp(code, -chip.LargestCode - 1, chip.LargestCode));
    }

    private double Volts(int terminal, long at) =>
        _inputs[terminal] is { } signal && signal.TryRead(at, out var volts) ? volts : Floating;
}
