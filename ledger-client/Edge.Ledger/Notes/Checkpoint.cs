using System.Globalization;
using System.Text;
using Edge.Ledger.Merkle;
using Edge.Ledger.Text;

namespace Edge.Ledger.Notes;

/// <summary>The text of a c2sp.org/tlog-checkpoint: origin, size, root. No extension lines.</summary>
public sealed record Checkpoint(string Origin, ulong Size, Hash32 Root)
{
    /// <summary>The hash function of the log's tree.</summary>
    public TreeHasher Hasher => TreeHasher.OfLog(Origin);

    /// <summary>The signed bytes.</summary>
    public byte[] ToText() => Encoding.UTF8.GetBytes(ToString());

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Root}\n");

    /// <summary>A checkpoint signed by its log.</summary>
    public SignedNote Sign(NoteSigner log)
    {
        var text = ToText();
        return new SignedNote(text, [log.Sign(text)]);
    }

    /// <exception cref="MalformedException">The text is not a checkpoint.</exception>
    public static Checkpoint Parse(ReadOnlySpan<byte> text)
    {
        var lines = new LineReader(text, "checkpoint");
        var origin = Encoding.UTF8.GetString(lines.Next());
        if (!KeyName.IsValid(origin))
            throw lines.Wrong("not an origin: it must be a key name");
        if (!Decimals.TryParse(lines.Next(), out var size))
            throw lines.Wrong("the size is not a decimal number without leading zeros below 2^63");
        if (!Hash32.TryParseBase64(lines.Next(), out var root))
            throw lines.Wrong("the root is not the canonical base64 of 32 bytes");
        if (!lines.AtEnd)
            throw lines.Wrong("extension lines are not accepted");
        if (size == 0 && root != TreeHasher.OfLog(origin).EmptyRoot)
            throw lines.Wrong("the root of an empty tree is the hash of nothing");
        return new Checkpoint(origin, size, root);
    }

    public static Checkpoint Parse(SignedNote note) => Parse(note.Text.Span);
}
