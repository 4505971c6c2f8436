using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ds18b20;

/// <summary>DS18B20 through the kernel's 1-wire: one blocking reading per round; the checksum, the power-on value and a dead line are judged here, whatever the kernel says of them.</summary>
public sealed class Ds18b20Sensor : ISensor
{
    private const double Lowest = -55, Highest = 125;

    private readonly IOneWire _bus;
    private readonly Ds18b20Options _options;
    private readonly byte[] _scratchpad = new byte[Ds18b20Scratchpad.Length];

    /// <param name="bus">The bus it is on; stays the caller's.</param>
    /// <param name="options">Valid options.</param>
    public Ds18b20Sensor(IOneWire bus, Ds18b20Options options)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(options);
        _bus = bus;
        _options = options;
        Name = $"ds18b20 {options.Device} on {bus.Name}";
        Outputs = [Output(options)];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SensorOutput> Outputs { get; }

    /// <inheritdoc/>
    public ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled(cancellationToken);
        var status = _bus.Read(_options.Device, _scratchpad);
        sink.Accept(status == OneWireStatus.Ok ? Evaluate(_scratchpad) : Sample.Absent(0, status.ToReason()));
        return ValueTask.CompletedTask;
    }

    private static Sample Evaluate(ReadOnlySpan<byte> scratchpad)
    {
        // Nobody pulls the line down, or it is held down: the checksum of nothing but zeros is zero and would be right.
        if (!scratchpad.ContainsAnyExcept((byte)0xFF))
            return Sample.Absent(0, Reason.NoAnswer);
        if (!scratchpad.ContainsAnyExcept((byte)0))
            return Sample.Absent(0, Reason.BusFault);
        if (!Ds18b20Scratchpad.HasChecksum(scratchpad))
            return Sample.Absent(0, Reason.Garbled);
        var code = Ds18b20Scratchpad.Code(scratchpad);
        if (code == Ds18b20Scratchpad.PowerOn && scratchpad[6] == Ds18b20Scratchpad.NothingConverted || code == Ds18b20Scratchpad.Starved)
            return Sample.Absent(0, Reason.NotReady, code);
        var value = code / (double)Ds18b20Scratchpad.CodesPerDegree;
        return value is >= Lowest and <= Highest ? Sample.Good(0, value, code) : Sample.Uncertain(0, value, code, Reason.OutOfRange);
    }

    internal static SensorOutput Output(Ds18b20Options options) => new(options.Channel, "Cel", 1.0 / Ds18b20Scratchpad.CodesPerDegree);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
