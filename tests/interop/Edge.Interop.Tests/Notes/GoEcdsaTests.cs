using System.Text;
using Edge.Interop.Tests.Peers;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Interop.Tests.Notes;

/// <summary>Keys of type 02: Go's crypto/ecdsa behind the interfaces of its sumdb/note, both directions.</summary>
public sealed class GoEcdsaTests
{
    private static readonly NoteSigner Log = new("city.example/gw-1", KeyType.EcdsaP256, Enumerable.Repeat((byte)1, 32).ToArray());
    private static readonly Checkpoint Newest = new(Log.Name, 7, TreeHasher.Sha256.Leaf([1]));

    [GoFact]
    public async Task Go_opens_our_checkpoint_signed_with_ECDSA()
    {
        var answer = await (await GoPeer.Get()).Ask("open-note", Newest.Sign(Log).ToBytes(), Log.Verifier.ToString());

        Assert.Equal([$"verified {Log.Name} {Log.Verifier.Id:x8}", "unverified 0"], answer.Take(2));
    }

    [GoFact]
    public async Task Go_refuses_it_once_its_text_was_changed()
    {
        var bytes = Encoding.UTF8.GetBytes(Newest.Sign(Log).ToString().Replace("\n7\n", "\n8\n", StringComparison.Ordinal));

        Assert.Equal(1, (await (await GoPeer.Get()).Try("open-note", bytes, Log.Verifier.ToString())).ExitCode);
    }

    [GoFact]
    public async Task We_verify_what_Go_signs_with_ECDSA()
    {
        for (var i = 0; i < 20; i++)
        {
            var answer = await (await GoPeer.Get()).Ask("sign-ecdsa", Newest.ToText(), Log.Name);
            var verifier = VerifierKey.Parse(answer[0]);
            var note = SignedNote.Parse(Encoding.UTF8.GetBytes(string.Join('\n', answer.Skip(1)) + "\n"));

            Assert.Equal(KeyType.EcdsaP256, verifier.Type);
            Assert.True(verifier.Verify(note.Text.Span, note.SignatureBy(verifier)!.Blob.Span));
            Assert.False(verifier.Verify("other\n"u8, note.SignatureBy(verifier)!.Blob.Span));
        }
    }
}
