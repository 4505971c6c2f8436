using System.Globalization;
using System.Text;
using Edge.Sensors.Buses;
using Edge.Sensors.EzoPh;
using Edge.Sensors.Sampling;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// Atlas EZO pH in I2C mode: ASCII commands, 900 ms for R, 300 ms otherwise, code 254 meanwhile, text padded with NUL, 255 once
/// read or without a probe. Knows R, I, Status, T; anything else is a syntax error.
/// </summary>
public sealed class SimulatedEzoPh : SimulatedI2cDevice
{
    private readonly ISignal _ph;
    private string? _command;
    private long _ready;
    private double _temperature;
    private byte[]? _frozen;

    /// <param name="address">Usually 0x63.</param>
    /// <param name="ph">What the probe is in.</param>
    /// <param name="time">Whose time it takes.</param>
    public SimulatedEzoPh(int address, ISignal ph, TimeProvider time)
        : base(address, time)
    {
        _ph = ph;
        PowerOn();
    }

    /// <inheritdoc/>
    protected override void PowerOn()
    {
        _command = null;
        _temperature = 25;
    }

    /// <inheritdoc/>
    protected override I2cStatus Answer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (write.Length > 0)
        {
            _command = Encoding.ASCII.GetString(write).TrimEnd('\0', '\r').ToUpperInvariant();
            _ready = Time.Nanoseconds() + (_command is "R" ? 900_000_000 : 300_000_000);
        }
        if (read.Length == 0)
            return I2cStatus.Ok;
        read.Clear();
        if (_command is null)
            read[0] = (byte)EzoResponse.NoData;
        else if (Time.Nanoseconds() < _ready || Fault == DeviceFault.NeverReady)
            read[0] = (byte)EzoResponse.Pending;
        else
            Execute(read);
        return I2cStatus.Ok;
    }

    private void Execute(Span<byte> answer)
    {
        var text = _command switch
        {
            "R" => Measure(),
            "I" => Fault == DeviceFault.WrongIdentity ? "?I,EC,2.15" : "?I,pH,2.16",
            "STATUS" => "?STATUS,P,5.038",
            "T,?" => string.Create(CultureInfo.InvariantCulture, $"?T,{_temperature:0.0}"),
            var other when other!.StartsWith("T,", StringComparison.Ordinal) && double.TryParse(other.AsSpan(2), NumberStyles.Float, CultureInfo.InvariantCulture, out var t) => Remember(t),
            _ => null,
        };
        var noProbe = _command is "R" && text is null;
        _command = null;
        if (text is null)
        {
            answer[0] = (byte)(noProbe ? EzoResponse.NoData : EzoResponse.SyntaxError);
            return;
        }
        answer[0] = (byte)EzoResponse.Success;
        var bytes = Encoding.ASCII.GetBytes(text);
        bytes.AsSpan(0, Math.Min(bytes.Length, answer.Length - 1)).CopyTo(answer[1..]);
    }

    private string? Measure()
    {
        if (Fault == DeviceFault.Frozen && _frozen is not null)
            return Encoding.ASCII.GetString(_frozen);
        if (!_ph.TryRead(_ready, out var ph))
            return null;
        var text = Math.Clamp(Fault == DeviceFault.Saturated ? 14 : ph, 0, 14).ToString("0.000", CultureInfo.InvariantCulture);
        _frozen = Encoding.ASCII.GetBytes(text);
        return text;
    }

    private string Remember(double temperature)
    {
        _temperature = temperature;
        return "";
    }
}
