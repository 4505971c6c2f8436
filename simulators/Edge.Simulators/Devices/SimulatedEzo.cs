using System.Globalization;
using System.Text;
using Edge.Sensors.Buses;
using Edge.Sensors.Ezo;
using Edge.Sensors.Sampling;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// An Atlas EZO circuit in I2C mode: ASCII commands, its own time for R, 300 ms otherwise, code 254 meanwhile, text padded with NUL, 255 once
/// read or without a probe (RTD: -1023). Sleeps on command; what wakes it is lost. Knows R, I, Status, Cal,?, Slope,?, T, S, O, Sleep; anything else is a
/// syntax error.
/// </summary>
public sealed class SimulatedEzo : SimulatedI2cDevice
{
    private readonly EzoKind _kind;
    private readonly ISignal _quantity;
    private readonly byte[] _command = new byte[32];
    private readonly byte[] _frozen = new byte[32];
    private int _length;
    private int _frozenLength;
    private long _ready;
    private bool _asleep;

    /// <param name="kind">Which of the family.</param>
    /// <param name="address">Usually the kind's.</param>
    /// <param name="quantity">What the probe is in, in the unit of the kind's scale.</param>
    /// <param name="time">Whose time it takes.</param>
    public SimulatedEzo(EzoKind kind, int address, ISignal quantity, TimeProvider time)
        : base(address, time)
    {
        ArgumentNullException.ThrowIfNull(kind);
        _kind = kind;
        _quantity = quantity;
        PowerOn();
    }

    /// <summary>Told by T; 25 after power-on, degC.</summary>
    public double Temperature { get; private set; }

    /// <summary>What it was told to give, command by command; kept without power.</summary>
    public IList<string> Settings { get; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<DeviceFault> Own => [.. base.Own, DeviceFault.Uncalibrated];

    /// <inheritdoc/>
    protected override void PowerOn()
    {
        _length = 0;
        _asleep = false;
        Temperature = 25;
    }

    /// <inheritdoc/>
    protected override I2cStatus Answer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        var woken = _asleep;
        _asleep = false;
        if (write.Length > 0 && !woken)
            Take(write);
        if (read.Length == 0)
            return I2cStatus.Ok;
        read.Clear();
        if (_length == 0)
            read[0] = (byte)EzoResponse.NoData;
        else if (Time.Nanoseconds() < _ready || Fault == DeviceFault.NeverReady)
            read[0] = (byte)EzoResponse.Pending;
        else
            Execute(read);
        return I2cStatus.Ok;
    }

    private void Take(ReadOnlySpan<byte> command)
    {
        _length = Math.Min(command.Length, _command.Length);
        command[.._length].CopyTo(_command);
        _asleep = Is("Sleep"u8);
        if (_asleep)
            _length = 0;
        _ready = Time.Nanoseconds() + (Is("R"u8) ? _kind.ReadingTime : TimeSpan.FromMilliseconds(300)).Nanoseconds();
    }

    private bool Is(ReadOnlySpan<byte> command) => Ascii.EqualsIgnoreCase(_command.AsSpan(0, _length), command);

    private void Execute(Span<byte> answer)
    {
        var text = answer[1..];
        if (Is("R"u8))
        {
            answer[0] = (byte)(TryMeasure(text) ? EzoResponse.Success : EzoResponse.NoData);
        }
        else
        {
            var reply = Reply(Encoding.ASCII.GetString(_command.AsSpan(0, _length)));
            answer[0] = (byte)(reply is null ? EzoResponse.SyntaxError : EzoResponse.Success);
            Encoding.ASCII.TryGetBytes(reply ?? "", text, out _);
        }

        _length = 0;
    }

    private string? Reply(string command) => command.ToUpperInvariant() switch
    {
        "I" => Fault == DeviceFault.WrongIdentity ? "?I,CO2,1.00" : $"?I,{_kind.Names[0]},2.16",
        "STATUS" => "?STATUS,P,5.038",
        "CAL,?" => Fault == DeviceFault.Uncalibrated ? "?CAL,0" : $"?CAL,{_kind.MostPoints}",
        "SLOPE,?" when _kind.HasSlope => "?SLOPE,99.7,100.3,-0.89",
        "T,?" when _kind.TakesTemperature => string.Create(CultureInfo.InvariantCulture, $"?T,{Temperature:0.0}"),
        ['T', ',', .. var degrees] when _kind.TakesTemperature && double.TryParse(degrees, NumberStyles.Float, CultureInfo.InvariantCulture, out var t) => Remember(t),
        _ when _kind.Setup.Contains(command) => Keep(command),
        _ => null,
    };

    private bool TryMeasure(Span<byte> text)
    {
        if (Fault == DeviceFault.Frozen && _frozenLength > 0)
        {
            _frozen.AsSpan(0, _frozenLength).CopyTo(text);
            return true;
        }
        var scale = _kind.Scale;
        if (!_quantity.TryRead(_ready, out var quantity))
        {
            if (scale.WithoutProbe is not { } steps)
                return false;
            quantity = steps / scale.StepsPerUnit;
        }
        else
        {
            quantity = Math.Clamp(Fault == DeviceFault.Saturated ? double.MaxValue : quantity, scale.Lowest / scale.StepsPerUnit, Most);
        }

        Span<byte> written = stackalloc byte[32];
        quantity.TryFormat(written, out _frozenLength, Form(quantity), CultureInfo.InvariantCulture);
        written[.._frozenLength].CopyTo(_frozen);
        written[..Math.Min(_frozenLength, text.Length)].CopyTo(text);
        return true;
    }

    /// <summary>What it gives at most: as far as it can write, but of conductivity 500,000 uS/cm (datasheet v6.2 page 5).</summary>
    private double Most => _kind == EzoKind.Conductivity ? 500_000 : _kind.Scale.Highest / _kind.Scale.StepsPerUnit;

    /// <summary>Conductivity loses decimals, then digits, the higher it is; of the digits only the decimals are dropped here.</summary>
    private string Form(double quantity) => _kind.Scale.Decimals switch
    {
        2 when _kind.Scale.FewestDecimals == 0 => quantity < 100 ? "0.00" : quantity < 1000 ? "0.0" : "0",
        1 => "0.0",
        2 => "0.00",
        _ => "0.000",
    };

    private string Remember(double temperature)
    {
        Temperature = temperature;
        return "";
    }

    private string Keep(string command)
    {
        Settings.Add(command);
        return "";
    }
}
