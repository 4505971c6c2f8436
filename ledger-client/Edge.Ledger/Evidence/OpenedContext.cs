using Edge.Ledger.Cbor;

namespace Edge.Ledger.Evidence;

/// <summary>The five parts of a reading's context (SPEC.md section 2), each the position of a term in the file's table; null where there is no such entry.</summary>
public readonly record struct OpenedContext(int? Boot, int? Configuration, int? Calibration, int? Clock, int? Seal)
{
    internal const int Parts = 5;

    internal static OpenedContext Read(ref CborReader reader, ref FirstUse terms)
    {
        reader.Array(Parts);
        return new OpenedContext(Part(ref reader, ref terms), Part(ref reader, ref terms), Part(ref reader, ref terms), Part(ref reader, ref terms), Part(ref reader, ref terms));
    }

    internal void Write(ref CborWriter writer)
    {
        writer.Array(Parts);
        foreach (var part in (ReadOnlySpan<int?>)[Boot, Configuration, Calibration, Clock, Seal])
        {
            if (part is { } position)
                writer.Unsigned((ulong)position);
            else
                writer.Null();
        }
    }

    private static int? Part(ref CborReader reader, ref FirstUse terms) => reader.TryNull() ? null : terms.Read(ref reader);
}
