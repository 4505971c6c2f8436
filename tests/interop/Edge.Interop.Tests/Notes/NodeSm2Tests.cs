using System.Text.Json;
using Edge.Interop.Tests.Peers;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Interop.Tests.Notes;

/// <summary>sm-crypto: SM2 over SM3, both directions, and the hash itself.</summary>
public sealed class NodeSm2Tests
{
    private static readonly byte[] Secret = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly NoteSigner Log = new("city.example/sm3/gw-1", KeyType.Sm2, Secret);
    private static readonly byte[] Text = new Checkpoint(Log.Name, 7, TreeHasher.Sm3.Leaf([1])).ToText();

    [NodeFact]
    public async Task Sm_crypto_verifies_what_we_sign_with_SM2_and_hashes_as_we_do()
    {
        var answer = await Ask("check-sm2", new { publicKey = Hex(Log.Verifier.PublicKey), message = Hex(Text), signature = Hex(Log.Sign(Text).Blob.Span) });

        Assert.True(answer.GetProperty("verified").GetBoolean());
        Assert.Equal(Hex(TreeHasher.Sm3.Hash(Text).Bytes), answer.GetProperty("sm3").GetString());
    }

    [NodeFact]
    public async Task Sm_crypto_refuses_it_for_another_text()
    {
        var answer = await Ask("check-sm2", new { publicKey = Hex(Log.Verifier.PublicKey), message = Hex([.. Text, 0]), signature = Hex(Log.Sign(Text).Blob.Span) });

        Assert.False(answer.GetProperty("verified").GetBoolean());
    }

    [NodeFact]
    public async Task We_verify_what_sm_crypto_signs_with_our_key()
    {
        var answer = await Ask("sign-sm2", new { privateKey = Hex(Secret), message = Hex(Text) });
        var signature = Convert.FromHexString(answer.GetProperty("signature").GetString()!);

        Assert.Equal(Hex(Log.Verifier.PublicKey), answer.GetProperty("publicKey").GetString());
        Assert.True(Log.Verifier.Verify(Text, signature));
        Assert.False(Log.Verifier.Verify([.. Text, 0], signature));
    }

    private static async Task<JsonElement> Ask(string command, object question) =>
        JsonSerializer.Deserialize<JsonElement>(Assert.Single(await NodePeer.Sm2.Ask(command, JsonSerializer.SerializeToUtf8Bytes(question))));

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
