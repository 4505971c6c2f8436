using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Ledger.Text;

namespace Edge.Ledger.City;

/// <summary>
/// A department's signed refusal of an anchor, with the status tlog-witness gives it. Its text cannot be taken for a checkpoint:
/// the second line is an origin, not a size.
/// </summary>
/// <param name="Origin">The log whose anchor is refused.</param>
/// <param name="Status">400, 403, 404, 409 or 422 (c2sp.org/tlog-witness).</param>
/// <param name="Size">Size of the refused checkpoint; 0 when the request could not be read.</param>
/// <param name="Root">Root of the refused checkpoint; zeros when the request could not be read.</param>
/// <param name="Known">The signed checkpoint the department last accepted for this origin, if any.</param>
/// <param name="Reason">One line for people.</param>
public sealed record Refusal(string Origin, int Status, ulong Size, Hash32 Root, SignedNote? Known, string Reason)
{
    public SignedNote Sign(NoteSigner department, DateTimeOffset time)
    {
        var text = Encoding.UTF8.GetBytes(ToString());
        return new SignedNote(text, [department.Cosign(text, time)]);
    }

    /// <summary>The department of the policy that signed this refusal, or null when none did or a signature fails.</summary>
    public static Cosigner? SignedBy(SignedNote note, TrustPolicy policy) =>
        note.Signatures.Count == 1 && WitnessRoll.TryCall(policy, note, out var cosigners, out _) && cosigners.Count == 1 ? cosigners[0] : null;

    public static bool IsRefusal(ReadOnlySpan<byte> bytes) => bytes.StartsWith("edge-refusal/v1\n"u8);

    /// <exception cref="MalformedException">Not a refusal's text.</exception>
    public static Refusal Parse(ReadOnlySpan<byte> text)
    {
        if (!Utf8.IsValid(text))
            throw new MalformedException("refusal: not valid UTF-8");
        var lines = new LineReader(text, "refusal");
        if (!lines.Next().SequenceEqual("edge-refusal/v1"u8))
            throw lines.Wrong("must be \"edge-refusal/v1\"");
        var origin = Encoding.UTF8.GetString(lines.Next());
        if (!Decimals.TryParse(lines.Next("status"u8), out var status) || status is not (400 or 403 or 404 or 409 or 422))
            throw lines.Wrong("not one of the statuses 400, 403, 404, 409 and 422");
        var checkpoint = lines.Next("checkpoint"u8);
        var space = checkpoint.IndexOf((byte)' ');
        if (space < 0 || !Decimals.TryParse(checkpoint[..space], out var size) || !Hash32.TryParseBase64(checkpoint[(space + 1)..], out var root))
            throw lines.Wrong("not \"checkpoint <size> <root>\"");
        SignedNote? known = null;
        if (lines.Rest.StartsWith("known "u8))
            known = SignedNote.Parse(StrictBase64.Decode(lines.Next("known"u8)) ?? throw lines.Wrong("not canonical base64"));
        if (known is not null && Checkpoint.Parse(known).Origin != origin)
            throw lines.Wrong("a checkpoint of another log");
        var reason = Encoding.UTF8.GetString(lines.Next("reason"u8));
        if (!lines.AtEnd)
            throw lines.Wrong("bytes after the reason");
        return new Refusal(origin, (int)status, size, root, known, reason);
    }

    public override string ToString()
    {
        var known = Known is null ? "" : $"known {Convert.ToBase64String(Known.ToBytes())}\n";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"edge-refusal/v1\n{Origin}\nstatus {Status}\ncheckpoint {Size} {Root}\n{known}reason {Reason}\n");
    }
}
