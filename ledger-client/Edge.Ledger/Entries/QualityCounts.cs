using Edge.Ledger.Cbor;

namespace Edge.Ledger.Entries;

/// <summary>Readings of a batch by quality; those without a value are counted in their quality and again under <paramref name="Absent"/>.</summary>
public readonly record struct QualityCounts(ulong Good, ulong Uncertain, ulong Bad, ulong Absent)
{
    public QualityCounts Plus(Quality quality, bool absent) => new(
        Good + (quality == Quality.Good ? 1UL : 0),
        Uncertain + (quality == Quality.Uncertain ? 1UL : 0),
        Bad + (quality == Quality.Bad ? 1UL : 0),
        Absent + (absent ? 1UL : 0));

    internal static void Write(ref CborWriter writer, QualityCounts counts)
    {
        writer.Array(4);
        writer.Unsigned(counts.Good);
        writer.Unsigned(counts.Uncertain);
        writer.Unsigned(counts.Bad);
        writer.Unsigned(counts.Absent);
    }

    internal static QualityCounts Read(ref CborReader reader)
    {
        reader.Array(4);
        return new QualityCounts(reader.Unsigned(), reader.Unsigned(), reader.Unsigned(), reader.Unsigned());
    }
}
