using System.Security.Cryptography;
using System.Text;
using Edge.Ledger.Keys;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Tests.Notes;

public sealed class KeyTypeTests
{
    // A public checkpoint of Sigstore's log, signed with ECDSA.
    private const string RekorKey = "rekor.sigstore.dev+c0d23d6a+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=";
    private const string RekorNote =
        "rekor.sigstore.dev - 2605736670972794746\n90244708\nCOSIc1jqxpbuuTChPdiTqtZBBve7GAVJqTYjqAaM940=\n\n"
        + "— rekor.sigstore.dev wNI9ajBEAiAkKWVCpp/N5yF/GlQkAyKQxUsjc3Vpu04YyALJvrBsvAIgcZfXJsJdwLdgUAWwnekWg8YXS4gfz/DM1wVhhcouJBE=\n";

    private static readonly KeyType[] LogTypes = [KeyType.Ed25519, KeyType.EcdsaP256, KeyType.Sm2];

    public static TheoryData<KeyType> Types() => [.. LogTypes];

    [Fact]
    public void A_checkpoint_that_another_log_signed_with_ECDSA_verifies()
    {
        var key = VerifierKey.Parse(RekorKey);
        var note = SignedNote.Parse(Encoding.UTF8.GetBytes(RekorNote));
        Assert.True(Assert.Single(note.Signatures).IsBy(key));
        Assert.True(key.Verify(note.Text.Span, note.Signatures[0].Blob.Span));
        Assert.False(key.Verify("another text\n"u8, note.Signatures[0].Blob.Span));
        Assert.Equal(RekorKey, key.ToString());
    }

    [Fact]
    public void The_id_of_an_ECDSA_key_is_of_the_key_alone_and_of_others_of_name_type_and_key()
    {
        var rekor = VerifierKey.Parse(RekorKey);
        Assert.Equal(rekor.Id, new VerifierKey("another.name", KeyType.EcdsaP256, rekor.PublicKey).Id);
        using var sm2 = new NoteSigner("city.example", KeyType.Sm2, TestKeys.Seed(1));
        byte[] message = [.. "city.example\n"u8, 0xFF, .. "edge-sm2-sm3/v1"u8, .. sm2.Verifier.PublicKey];
        Assert.Equal($"city.example+{Convert.ToHexStringLower(SHA256.HashData(message)[..4])}+{Convert.ToBase64String(message[13..])}", sm2.Verifier.ToString());
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_log_key_of_every_type_signs_what_its_verifier_key_verifies(KeyType type)
    {
        using var signer = new NoteSigner("city.example/gw-1", type, TestKeys.Seed(1));
        using var again = NoteSigner.Parse(signer.ExportSecret());
        var key = VerifierKey.Parse(again.Verifier.ToString());
        var note = SignedNote.Parse(new Checkpoint("city.example/gw-1", 1, default).Sign(again).ToBytes());
        Assert.Equal(type, key.Type);
        Assert.True(key.SignsLogs);
        Assert.True(key.Verify(note.Text.Span, note.SignatureBy(key)!.Blob.Span));
        Assert.False(key.Verify([.. note.Text.Span, (byte)'\n'], note.SignatureBy(key)!.Blob.Span));
        Assert.Equal(signer.DeriveSecret("salt"), again.DeriveSecret("salt"));
        Assert.Throws<InvalidOperationException>(() => signer.Cosign("text\n"u8, DateTimeOffset.UnixEpoch));
        Assert.Throws<MalformedException>(() => NoteSigner.Parse(signer.ExportSecret() + "AAAA"));
    }

    [Theory]
    [InlineData(KeyType.Ed25519)]
    [InlineData(KeyType.EcdsaP256)]
    public void An_SM3_log_has_SM2_keys_only(KeyType type)
    {
        Assert.Contains("SM2", Assert.Throws<MalformedException>(() => new NoteSigner("city.example/sm3/gw-1", type, TestKeys.Seed(1))).Message, StringComparison.Ordinal);
        using var elsewhere = new NoteSigner("city.example/gw-1", type, TestKeys.Seed(1));
        Assert.Throws<MalformedException>(() => new VerifierKey("city.example/sm3/gw-1", type, elsewhere.Verifier.PublicKey));
        using var sm2 = new NoteSigner("city.example/sm3/gw-1", KeyType.Sm2, TestKeys.Seed(1));
        Assert.Equal(TreeHasher.Sm3, new Checkpoint(sm2.Name, 0, TreeHasher.Sm3.EmptyRoot).Hasher);
    }

    [Theory]
    [InlineData("03")]
    [InlineData("05")]
    [InlineData("06")]
    [InlineData("ff")]
    [InlineData("ff656467652d736d322d736d332f7632")]
    public void A_key_of_an_unknown_type_is_refused(string tag)
    {
        using var sm2 = new NoteSigner("city.example", KeyType.Sm2, TestKeys.Seed(1));
        byte[] bytes = [.. Convert.FromHexString(tag), .. sm2.Verifier.PublicKey];
        var error = Assert.Throws<MalformedException>(() => VerifierKey.Parse($"city.example+00000000+{Convert.ToBase64String(bytes)}"));
        Assert.Contains($"0x{tag[..2].ToUpperInvariant()} is not supported", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_in_a_secure_element_signs_without_being_given_out()
    {
        var element = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signer = new NoteSigner("city.example/gw-1", KeyType.EcdsaP256, new EcdsaP256PrivateKey(element), TestKeys.Seed(9));
        var signature = signer.Sign("text\n"u8);
        Assert.True(signer.Verifier.Verify("text\n"u8, signature.Blob.Span));
        Assert.Throws<InvalidOperationException>(signer.ExportSecret);
        Assert.Equal(HMACSHA256.HashData(TestKeys.Seed(9), "salt"u8), signer.DeriveSecret("salt"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NoteSigner("city.example", KeyType.EcdsaP256, new EcdsaP256PrivateKey(element), new byte[31]));
    }

    [Fact]
    public void A_note_with_signatures_of_every_type_needs_all_known_ones_to_hold()
    {
        NoteSigner[] logs = [.. LogTypes.Select(t => new NoteSigner("city.example/gw-1", t, TestKeys.Seed(1)))];
        using var stranger = new NoteSigner("city.example/gw-1", KeyType.Sm2, TestKeys.Seed(2));
        var policy = TrustPolicy.Parse(Encoding.UTF8.GetBytes(string.Concat(logs.Select(l => $"log {l.Verifier}\n")) + "quorum none\n"));
        var checkpoint = new Checkpoint("city.example/gw-1", 1, default);
        var note = new SignedNote(checkpoint.ToText(), [.. logs.Append(stranger).Select(l => l.Sign(checkpoint.ToText()))]);
        NoteFault Check(params NoteSignature[] signatures) => policy.Check(SignedNote.Parse(new SignedNote(note.Text, signatures).ToBytes()), checkpoint.Origin).Fault;

        Assert.Equal(NoteFault.None, Check([.. note.Signatures]));
        Assert.Equal(NoteFault.NotSignedByLog, Check(note.Signatures[3]));
        Assert.Equal(NoteFault.None, Check([note.Signatures[0], .. Enumerable.Repeat(note.Signatures[3], 99)]));
        for (var i = 0; i < logs.Length; i++)
        {
            var other = logs[i].Sign("another text\n"u8);
            Assert.Equal(NoteFault.None, Check(note.Signatures[i]));
            Assert.Equal(NoteFault.BadLogSignature, Check([.. note.Signatures, other]));
        }
    }
}
