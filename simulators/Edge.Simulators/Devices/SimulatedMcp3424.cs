using Edge.Sensors.Buses;
using Edge.Sensors.Mcp3424;
using Edge.Sensors.Sampling;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// MCP3424 at byte level (datasheet DS22088C): one configuration byte, a conversion that takes its resolution's time and is of
/// the input at its end, the code with its sign repeated above it, the configuration behind it again and again, the ready bit low
/// until the code is read. Inputs are volts of CHn+ over CHn-; an unwired one floats near 0. Another part at its address, on
/// command, is a DS3231: seven registers of time.
/// </summary>
public sealed class SimulatedMcp3424 : SimulatedI2cDevice
{
    private static readonly byte[] ClockRegisters = [0x30, 0x59, 0x12, 0x05, 0x27, 0x11, 0x26];

    private readonly ISignal?[] _inputs = new ISignal?[4];
    private byte _config;
    private int _code;
    private bool _converting, _fresh;
    private long _ready;

    /// <param name="address">0x68 to 0x6F.</param>
    /// <param name="time">Whose time conversions take.</param>
    public SimulatedMcp3424(int address, TimeProvider time)
        : base(address, time) => PowerOn();

    /// <summary>Wires a signal, volts, to a terminal.</summary>
    /// <param name="terminal">0 to 3.</param>
    /// <param name="volts">Of CHn+ over CHn-.</param>
    public void Connect(int terminal, ISignal volts) => _inputs[terminal] = volts;

    /// <inheritdoc/>
    protected override void PowerOn()
    {
        _code = 0;
        Configure(Mcp3424Config.PowerOn);
    }

    /// <inheritdoc/>
    protected override I2cStatus Answer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (Fault == DeviceFault.WrongIdentity)
        {
            ClockRegisters.AsSpan(0, Math.Min(read.Length, ClockRegisters.Length)).CopyTo(read);
            return I2cStatus.Ok;
        }
        CatchUp(Time.Nanoseconds());
        if (write.Length > 0)
            Configure(write[0]);
        if (read.Length > 0)
            Load(read);
        return I2cStatus.Ok;
    }

    private bool Continuous => (_config & Mcp3424Config.Continuous) != 0;

    private long ConversionTime => Mcp3424Config.Duration(Mcp3424Config.BitsOf(_config)).Nanoseconds();

    private void Configure(byte value)
    {
        _config = (byte)(value & ~Mcp3424Config.NotReady);
        _fresh = false;
        _converting = Continuous || (value & Mcp3424Config.NotReady) != 0;
        _ready = Time.Nanoseconds() + ConversionTime;
    }

    private void Load(Span<byte> read)
    {
        var length = Mcp3424Config.Length(Mcp3424Config.BitsOf(_config));
        read.Fill((byte)(_config | (_fresh ? 0 : Mcp3424Config.NotReady)));
        for (var i = 0; i < Math.Min(length, read.Length); i++)
            read[i] = (byte)(_code >> 8 * (length - 1 - i));
        _fresh = false;
    }

    private void CatchUp(long now)
    {
        if (!_converting || now < _ready || Fault == DeviceFault.NeverReady)
            return;
        if (Fault != DeviceFault.Frozen)
            _code = Code(Continuous ? now : _ready);
        (_fresh, _converting) = (true, Continuous);
        _ready = now + ConversionTime;
    }

    private int Code(long at)
    {
        var half = 1 << (Mcp3424Config.BitsOf(_config) - 1);
        if (Fault == DeviceFault.Saturated)
            return half - 1;
        var volts = _inputs[Mcp3424Config.Channel(_config)] is { } signal && signal.TryRead(at, out var v) ? v : 0;
        return (int)Math.Clamp(Math.Round(volts / Mcp3424Config.FullScale(_config) * half), -half, half - 1);
    }
}
