using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Mcp3424;

/// <summary>
/// MCP3424, one-shot, terminal by terminal: starts a conversion, and reads code and configuration together until the ready bit
/// says that the code is of it; checks that the configuration is the one asked for and that the bits above the code repeat its
/// sign. The chip has neither an identity register nor pointers.
/// </summary>
public sealed class Mcp3424Sensor : ISensor
{
    private readonly II2cBus _bus;
    private readonly Mcp3424Options _options;
    private readonly ConversionWait _wait;
    private byte _config;
    private int _code;

    /// <param name="bus">The bus it is on; stays the caller's.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="time">Whose time passes while it converts.</param>
    public Mcp3424Sensor(II2cBus bus, Mcp3424Options options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(options);
        _bus = bus;
        _options = options;
        _wait = new ConversionWait(time, Mcp3424Config.Duration(options.Bits), Ask);
        Name = $"mcp3424 at 0x{options.Address:X2} on {bus.Name}";
        Outputs = [.. options.Inputs.Select(i => i.Describe(options.VoltsPerCode))];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SensorOutput> Outputs { get; }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(KeepingMethodBuilder))]
    public async ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        for (var i = 0; i < _options.Inputs.Count; i++)
        {
            _config = Mcp3424Config.Convert(_options.Inputs[i].Terminal, _options.Bits, _options.Gain);
            var reason = Start();
            if (reason == Reason.None)
                reason = await _wait.WaitAsync(cancellationToken).ConfigureAwait(false);
            sink.Accept(reason == Reason.None ? Evaluate(i) : Sample.Absent(i, reason));
        }
    }

    private Reason Start()
    {
        Span<byte> message = [_config];
        return _bus.Transfer((byte)_options.Address, message, []).ToReason();
    }

    private Reason Ask(out bool ready)
    {
        Span<byte> answer = stackalloc byte[4];
        answer = answer[..(Mcp3424Config.Length(_options.Bits) + 1)];
        var status = _bus.Transfer((byte)_options.Address, [], answer);
        var config = answer[^1];
        ready = (config & Mcp3424Config.NotReady) == 0;
        if (status != I2cStatus.Ok)
            return status.ToReason();
        if ((config | Mcp3424Config.NotReady) != _config)
            return (config | Mcp3424Config.NotReady) == Mcp3424Config.PowerOn ? Reason.CalibrationLost : Reason.Garbled;
        var isWhole = TryCode(answer[..^1], out _code);
        return isWhole || !ready ? Reason.None : Reason.Garbled;
    }

    /// <summary>The code in two or three bytes; false unless the bits above it repeat its sign.</summary>
    private bool TryCode(ReadOnlySpan<byte> bytes, out int code)
    {
        code = BinaryPrimitives.ReadInt16BigEndian(bytes);
        if (bytes.Length == 3)
            code = code << 8 | bytes[2];
        return code >= -_options.LargestCode - 1 && code <= _options.LargestCode;
    }

    private Sample Evaluate(int output) =>
        _code == _options.LargestCode || _code == -_options.LargestCode - 1
            ? Sample.Absent(output, Reason.Saturated, _code)
            : _options.Inputs[output].Scale.Evaluate(output, _code * _options.VoltsPerCode, _code);

    /// <inheritdoc/>
    public void Dispose() => _wait.Dispose();
}
