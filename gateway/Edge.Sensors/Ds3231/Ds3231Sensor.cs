using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ds3231;

/// <summary>
/// The thermometer of a DS3231, by which it compensates its crystal; it converts by itself every 64 s. What it says of time is not a
/// reading: whoever needs a clock asks <see cref="Ds3231Registers"/>.
/// </summary>
/// <param name="bus">The bus it is on; stays the caller's.</param>
/// <param name="options">Valid options.</param>
public sealed class Ds3231Sensor(II2cBus bus, Ds3231Options options) : ISensor
{
    private bool _identified;

    /// <inheritdoc/>
    public string Name { get; } = $"{Ds3231Binding.Word} at 0x{options.Address:X2} on {bus.Name}";

    /// <inheritdoc/>
    public IReadOnlyList<SensorOutput> Outputs { get; } = options.Describe();

    /// <inheritdoc/>
    public ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled(cancellationToken);
        var reason = Ds3231Registers.Read(bus, out var registers).ToReason();
        if (reason == Reason.None && !registers.IsWhole)
            reason = _identified ? Reason.Garbled : Reason.WrongDevice;
        _identified = reason == Reason.None;
        sink.Accept(reason == Reason.None ? Evaluate(registers) : Sample.Absent(0, reason));
        return ValueTask.CompletedTask;
    }

    private static Sample Evaluate(Ds3231Registers registers)
    {
        var code = registers.Temperature;
        if (code == 0 && registers.IsConverting)
            return Sample.Absent(0, Reason.NotReady, code);
        if (code is Ds3231Chip.LargestCode or Ds3231Chip.SmallestCode)
            return Sample.Absent(0, Reason.Saturated, code);
        var value = code * Ds3231Chip.DegreesPerCode;
        return value is >= Ds3231Chip.Coldest and <= Ds3231Chip.Hottest ? Sample.Good(0, value, code) : Sample.Uncertain(0, value, code, Reason.OutOfRange);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
