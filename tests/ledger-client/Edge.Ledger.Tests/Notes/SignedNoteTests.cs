using System.Text;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Notes;

public sealed class SignedNoteTests
{
    // The example of c2sp.org/signed-note.
    private const string ExampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private const string Example =
        "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    [Fact]
    public void The_published_example_verifies()
    {
        var key = VerifierKey.Parse(ExampleKey);
        var note = SignedNote.Parse(Encoding.UTF8.GetBytes(Example));
        Assert.Equal("This is an example message.\n", Encoding.UTF8.GetString(note.Text.Span));
        var signature = Assert.Single(note.Signatures);
        Assert.True(signature.IsBy(key));
        Assert.True(key.Verify(note.Text.Span, signature.Blob.Span));
        Assert.False(key.Verify("This is another message.\n"u8, signature.Blob.Span));
        Assert.Equal(Example, note.ToString());
        Assert.Equal(ExampleKey, key.ToString());
    }

    [Fact]
    public void The_last_empty_line_splits_text_from_signatures()
    {
        var note = SignedNote.Parse(Encoding.UTF8.GetBytes("a\n\nb\n\n— k AAAAAAA=\n"));
        Assert.Equal("a\n\nb\n", Encoding.UTF8.GetString(note.Text.Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— k AAAAAAA=")]
    [InlineData("text\r\n\n— k AAAAAAA=\n")]
    [InlineData("text\n\n— k AAAAAAA=\nx\n")]
    [InlineData("text\n\n- k AAAAAAA=\n")]
    [InlineData("text\n\n— k+k AAAAAAA=\n")]
    [InlineData("text\n\n—  AAAAAAA=\n")]
    [InlineData("text\n\n— k AAAA\n")]
    [InlineData("text\n\n— k AAAAAAA\n")]
    [InlineData("text\n\n— k AAAAAAB=\n")]
    [InlineData("text\n\n— k AAAA AAA=\n")]
    [InlineData("text\n\n— k AAAAAAA= \n")]
    public void Anything_but_the_canonical_form_is_refused(string text) =>
        Assert.Throws<MalformedException>(() => SignedNote.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Invalid_UTF8_is_refused() =>
        Assert.Throws<MalformedException>(() => SignedNote.Parse([.. "a"u8, 0xFF, .. "\n\n— k AAAAAAA=\n"u8]));

    [Fact]
    public void A_hundred_signatures_are_accepted_and_one_more_is_not()
    {
        string Note(int n) => "text\n\n" + string.Concat(Enumerable.Repeat("— k AAAAAAA=\n", n));
        Assert.Equal(100, SignedNote.Parse(Encoding.UTF8.GetBytes(Note(100))).Signatures.Count);
        Assert.Throws<MalformedException>(() => SignedNote.Parse(Encoding.UTF8.GetBytes(Note(101))));
    }

    [Theory]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U0=")]
    [InlineData("example.com/foo+530d903a")]
    [InlineData("example com+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    public void A_key_that_does_not_fit_its_id_or_form_is_refused(string vkey) =>
        Assert.Throws<MalformedException>(() => VerifierKey.Parse(vkey));

    [Theory]
    [InlineData(KeyType.Ed25519)]
    [InlineData(KeyType.Ed25519Cosignature)]
    public void A_private_key_survives_its_text_form(KeyType type)
    {
        using var signer = new NoteSigner("city.example", type, TestKeys.Seed(1));
        using var again = NoteSigner.Parse(signer.ExportSecret());
        Assert.Equal(signer.Verifier.ToString(), again.Verifier.ToString());
        Assert.Throws<MalformedException>(() => NoteSigner.Parse(signer.ExportSecret().Replace("city", "town", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_cosignature_covers_its_time()
    {
        using var witness = new NoteSigner("water.example", KeyType.Ed25519Cosignature, TestKeys.Seed(2));
        var signature = witness.Cosign("text\n"u8, DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        Assert.True(witness.Verifier.Verify("text\n"u8, signature.Blob.Span));
        var later = signature.Blob.ToArray();
        later[7] ^= 1;
        Assert.False(witness.Verifier.Verify("text\n"u8, later));
        Assert.False(witness.Verifier.Verify("text\n"u8, signature.Blob.Span[..^1]));
    }
}
