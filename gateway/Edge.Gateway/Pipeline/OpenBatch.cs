using Edge.Ledger.Entries;

namespace Edge.Gateway.Pipeline;

/// <summary>What has come since the last seal.</summary>
internal sealed class OpenBatch
{
    /// <summary>Index of its first entry.</summary>
    public ulong First { get; private set; }

    public QualityCounts Counts { get; private set; }

    /// <summary>Monotonic ns of its first entry; null while it is empty.</summary>
    public ulong? Since { get; private set; }

    /// <summary>Monotonic ns of its first reading.</summary>
    public ulong? FirstReading { get; private set; }

    /// <summary>An alarm wants it closed at once.</summary>
    public bool Urgent { get; set; }

    /// <param name="counted">Readings from <paramref name="first"/> on that an earlier run left unsealed.</param>
    public void Begin(ulong first, QualityCounts counted = default)
    {
        First = first;
        Counts = counted;
        Since = null;
        FirstReading = null;
        Urgent = false;
    }

    public void Entry(ulong monotonic) => Since ??= monotonic;

    public void Reading(ulong monotonic, Quality quality, bool absent)
    {
        Since ??= monotonic;
        FirstReading ??= monotonic;
        Counts = Counts.Plus(quality, absent);
    }
}
