using System.Globalization;
using System.Text;
using Edge.Ledger.Text;

namespace Edge.Ledger.Historian;

/// <summary>
/// What a historian holds durably of one gateway's log (SPEC.md section 9). It is not signed: it decides what is sent next and nothing else.
/// That the city has a log is proved by receipts alone, and only they let entries go.
/// </summary>
public static class HeldMessage
{
    /// <summary>A message has at most this many spans.</summary>
    public const int MaxSpans = 256;

    /// <summary>Reads a message.</summary>
    /// <exception cref="MalformedException">Not such a message.</exception>
    public static IndexSet Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = new LineReader(bytes, "held");
        if (!lines.Next().SequenceEqual("edge-held/v1"u8))
            throw lines.Wrong("must be \"edge-held/v1\"");
        var held = new IndexSet();
        for (var spans = 0; !lines.AtEnd; spans++)
        {
            if (spans == MaxSpans)
                throw new MalformedException($"held: more than {MaxSpans} spans");
            var line = lines.Next();
            var blank = line.IndexOf((byte)' ');
            if (blank < 0 || !Decimals.TryParse(line[..blank], out var from) || !Decimals.TryParse(line[(blank + 1)..], out var to))
                throw lines.Wrong("must be two decimal numbers without leading zeros below 2^63, a blank between");
            if (from >= to || (spans > 0 && from <= held.End))
                throw lines.Wrong("spans must not be empty, and ascend without touching");
            held.Add(from, to);
        }

        return held;
    }

    /// <summary>Writes a message. Of more than <see cref="MaxSpans"/> spans it has the lowest and the highest one, so that who fills the lowest holes first comes to see all of them.</summary>
    public static byte[] Write(IndexSet held)
    {
        ArgumentNullException.ThrowIfNull(held);
        var text = new StringBuilder("edge-held/v1\n");
        for (var span = 0; span < held.Spans.Count; span++)
        {
            if (span >= MaxSpans - 1 && span < held.Spans.Count - 1)
                continue;
            text.Append(CultureInfo.InvariantCulture, $"{held.Spans[span].From} {held.Spans[span].To}\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
