using System.Text;
using Edge.Interop.Tests.Peers;
using Edge.Ledger;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Interop.Tests.Notes;

/// <summary>golang.org/x/mod/sumdb/note: keys and signed notes, both directions.</summary>
public sealed class GoNoteTests
{
    private static readonly NoteSigner Log = new("city.example/gw-1", KeyType.Ed25519, Enumerable.Repeat((byte)1, 32).ToArray());
    private static readonly NoteSigner Other = new("city.example", KeyType.Ed25519, Enumerable.Repeat((byte)2, 32).ToArray());
    private static readonly NoteSigner Department = new("water.city.example", KeyType.Ed25519Cosignature, Enumerable.Repeat((byte)3, 32).ToArray());
    private static readonly Checkpoint Newest = new(Log.Name, 1_048_576, TreeHasher.Sha256.Leaf([1]));

    [GoFact]
    public async Task Go_opens_our_checkpoint_with_our_verifier_key()
    {
        var answer = await (await GoPeer.Get()).Ask("open-note", Newest.Sign(Log).ToBytes(), Log.Verifier.ToString());

        Assert.Equal([$"verified {Log.Name} {Log.Verifier.Id:x8}", "unverified 0", $"text \"{Newest.ToString().Replace("\n", "\\n", StringComparison.Ordinal)}\""], answer);
    }

    [GoFact]
    public async Task Go_leaves_cosignatures_and_other_logs_to_those_who_know_them()
    {
        var note = Newest.Sign(Log);
        note = note.With(Department.Cosign(note.Text.Span, DateTimeOffset.UnixEpoch.AddDays(20_000)), Other.Sign(note.Text.Span));

        Assert.Equal([$"verified {Log.Name} {Log.Verifier.Id:x8}", "unverified 2"], (await (await GoPeer.Get()).Ask("open-note", note.ToBytes(), Log.Verifier.ToString())).Take(2));
        Assert.Equal("unverified 1", (await (await GoPeer.Get()).Ask("open-note", note.ToBytes(), Log.Verifier.ToString(), Other.Verifier.ToString()))[2]);
    }

    [GoFact]
    public async Task Go_refuses_our_note_once_its_text_was_changed()
    {
        var bytes = Newest.Sign(Log).ToString().Replace("1048576", "1048577", StringComparison.Ordinal);

        var (code, _, error) = await (await GoPeer.Get()).Try("open-note", Encoding.UTF8.GetBytes(bytes), Log.Verifier.ToString());

        Assert.Equal(1, code);
        Assert.Contains("invalid signature", error[0], StringComparison.Ordinal);
    }

    [GoFact]
    public async Task Go_signs_with_our_private_key_what_we_sign_with_it()
    {
        var answer = await (await GoPeer.Get()).Ask("sign-note", Newest.ToText(), Log.ExportSecret(), Other.ExportSecret());

        var ours = Newest.Sign(Log).With(Other.Sign(Newest.ToText()));
        Assert.Equal(ours.ToString(), string.Join('\n', answer) + "\n");
    }

    [GoFact]
    public async Task We_read_Gos_keys_and_verify_its_notes()
    {
        var go = await GoPeer.Get();
        var keys = await go.Ask("make-key", [], "city.example/gw-7");
        using var signer = NoteSigner.Parse(keys[0]);
        var verifier = VerifierKey.Parse(keys[1]);
        var text = new Checkpoint("city.example/gw-7", 5, TreeHasher.Sha256.Leaf([5])).ToText();

        var note = SignedNote.Parse(Encoding.UTF8.GetBytes(string.Join('\n', await go.Ask("sign-note", text, keys[0])) + "\n"));

        Assert.Equal((keys[0], keys[1]), (signer.ExportSecret(), signer.Verifier.ToString()));
        Assert.Equal(keys[1], verifier.ToString());
        Assert.Equal(5UL, Checkpoint.Parse(note).Size);
        Assert.True(verifier.Verify(note.Text.Span, note.SignatureBy(verifier)!.Blob.Span));
        Assert.False(verifier.Verify("other\n"u8, note.SignatureBy(verifier)!.Blob.Span));
    }

    [GoFact]
    public async Task What_Go_refuses_of_a_note_we_refuse()
    {
        var good = Newest.Sign(Log).ToString();
        string[] bad = [good.TrimEnd('\n'), good.Replace("\n\n", "\n", StringComparison.Ordinal), good + "\n", good.Replace("— ", "- ", StringComparison.Ordinal), good.Replace("city", "ci\u0001ty", StringComparison.Ordinal), good + "— nobody\n"];
        var go = await GoPeer.Get();
        foreach (var text in bad)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Assert.Equal(1, (await go.Try("open-note", bytes, Log.Verifier.ToString())).ExitCode);
            Assert.Throws<MalformedException>(() => SignedNote.Parse(bytes));
        }
    }
}
