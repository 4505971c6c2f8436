using System.Buffers.Text;

namespace Edge.Sensors.Ezo;

/// <summary>The water's temperature as a circuit is to be told it: what another channel measured last, else what is usual.</summary>
/// <param name="usual">degC; null when nothing is to be told without a measured one.</param>
/// <param name="from">The channel that measures it; null when none does.</param>
/// <param name="time">By which a measured one grows old.</param>
internal sealed class EzoTemperature(double? usual, string? from, TimeProvider time)
{
    private const double None = double.NaN;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly byte[] _command = new byte[16];
    private double _measured = None;
    private long _at;

    /// <summary>Whether the next reading is compensated with what was to be measured.</summary>
    public bool IsMeasured => from is null || TryMeasured(out _);

    /// <summary>What another channel has; from any thread.</summary>
    public void Take(double? celsius)
    {
        Volatile.Write(ref _at, time.GetTimestamp());
        Volatile.Write(ref _measured, celsius is >= 0 and <= 100 ? celsius.Value : None);
    }

    /// <summary>The command that tells it; empty when there is nothing to tell.</summary>
    public ReadOnlyMemory<byte> Command()
    {
        if (!TryMeasured(out var celsius))
            celsius = usual ?? None;
        if (double.IsNaN(celsius))
            return default;
        "T,"u8.CopyTo(_command);
        _ = Utf8Formatter.TryFormat(celsius, _command.AsSpan(2), out var length, new('F', 2));
        return _command.AsMemory(0, 2 + length);
    }

    private bool TryMeasured(out double celsius)
    {
        celsius = Volatile.Read(ref _measured);
        return !double.IsNaN(celsius) && time.GetElapsedTime(Volatile.Read(ref _at)) < Life;
    }
}
