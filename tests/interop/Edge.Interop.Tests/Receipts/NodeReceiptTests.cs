using System.Text.Json;
using Edge.Interop.Tests.Peers;
using Edge.Ledger.Cbor;
using Edge.Ledger.Cose;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Interop.Tests.Receipts;

/// <summary>@auth0/cose: COSE_Sign1, both directions.</summary>
public sealed class NodeReceiptTests
{
    private static readonly byte[] Seed = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly ReceiptLog Log = new(new NoteSigner("city.example/gw-1", KeyType.Ed25519, Seed));

    /// <summary>RFC 8410: an Ed25519 key as SubjectPublicKeyInfo and as PKCS 8.</summary>
    private static readonly byte[] Spki = [.. Convert.FromHexString("302a300506032b6570032100"), .. Log.Key.Verifier.PublicKey];

    private static readonly byte[] Pkcs8 = [.. Convert.FromHexString("302e020100300506032b657004220420"), .. Seed];

    [NodeFact]
    public async Task Auth0s_cose_verifies_our_receipts_over_the_detached_root()
    {
        foreach (var (receipt, proof) in new (CoseReceipt, int)[] { (Log.Inclusion(7, 11), -1), (Log.Inclusion(0, 2), -1), (Log.Consistency(7, 11), -2), (Log.Consistency(8, 20), -2) })
        {
            var answer = await Check(receipt.ToBytes(), Log.Root(receipt.TreeSize));

            Assert.True(answer.GetProperty("verified").GetBoolean());
            Assert.Equal(-8, answer.GetProperty("alg").GetInt32());
            Assert.Equal(1, answer.GetProperty("vds").GetInt32());
            Assert.Equal(receipt.KeyId, answer.GetProperty("kid").GetString());
            Assert.Equal(receipt.TreeSize, answer.GetProperty("treeSize").GetUInt64());
            Assert.Equal(proof, Assert.Single(answer.GetProperty("proofTypes").EnumerateArray()).GetInt32());
            Assert.Equal(JsonValueKind.Null, answer.GetProperty("payload").ValueKind);
        }
    }

    [NodeFact]
    public async Task Auth0s_cose_refuses_our_receipt_over_another_root() =>
        Assert.False((await Check(Log.Inclusion(7, 11).ToBytes(), Log.Root(12))).GetProperty("verified").GetBoolean());

    [NodeFact]
    public async Task Auth0s_cose_verifies_our_signed_entry_and_the_receipt_in_it()
    {
        var answer = await Check(Log.Signed(7, 11).ToBytes(), null);

        Assert.True(answer.GetProperty("verified").GetBoolean());
        Assert.Equal("07", answer.GetProperty("payload").GetString());
        var receipt = Assert.Single(answer.GetProperty("receipts").EnumerateArray()).GetString()!;
        Assert.True((await Check(Convert.FromHexString(receipt), Log.Root(11))).GetProperty("verified").GetBoolean());
    }

    [NodeFact]
    public async Task We_verify_the_receipt_that_Auth0s_cose_signs_and_it_is_ours_byte_for_byte()
    {
        var path = Log.InclusionPath(7, 11);
        var bytes = await Sign(Proof(11, 7, path), 11);

        Assert.True(Assert.IsType<InclusionReceipt>(CoseReceipt.Parse(bytes)).Verify(Log.Key.Verifier, [7], out var root));
        Assert.Equal(Log.Root(11), root);
        Assert.Equal(Log.Inclusion(7, 11).ToBytes(), bytes);
    }

    [NodeFact]
    public async Task We_do_not_believe_a_receipt_that_Auth0s_cose_signed_for_another_tree()
    {
        var bytes = await Sign(Proof(11, 7, Log.InclusionPath(7, 11)), 12);

        Assert.False(Assert.IsType<InclusionReceipt>(CoseReceipt.Parse(bytes)).Verify(Log.Key.Verifier, [7], out _));
    }

    [NodeFact]
    public async Task Auth0s_cose_and_we_verify_each_others_receipts_with_ES256()
    {
        var log = new ReceiptLog(new NoteSigner("city.example/gw-1", KeyType.EcdsaP256, Seed));

        var answer = await Check(log.Inclusion(7, 11).ToBytes(), log.Root(11), log.Key.Verifier.PublicKey.ToArray());
        var theirs = await Sign(Proof(11, 7, log.InclusionPath(7, 11)), 11, log.Inclusion(7, 11).KeyId, -7, [.. Convert.FromHexString("3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420"), .. Seed]);

        Assert.True(answer.GetProperty("verified").GetBoolean());
        Assert.Equal(-7, answer.GetProperty("alg").GetInt32());
        Assert.True(Assert.IsType<InclusionReceipt>(CoseReceipt.Parse(theirs)).Verify(log.Key.Verifier, [7], out _));
    }

    private static async Task<JsonElement> Check(byte[] receipt, Hash32? root, byte[]? key = null) =>
        await Ask("check-receipt", new { receipt = Hex(receipt), key = Hex(key ?? Spki), root = root is { } known ? Hex(known.Bytes) : null });

    private static async Task<byte[]> Sign(byte[] proof, ulong signedSize) => await Sign(proof, signedSize, Log.Inclusion(0, 2).KeyId, -8, Pkcs8);

    private static async Task<byte[]> Sign(byte[] proof, ulong signedSize, string keyId, int algorithm, byte[] key)
    {
        var answer = await Ask("sign-receipt", new
        {
            key = Hex(key), alg = algorithm, kid = keyId, treeSize = 11, proofType = -1, proof = Hex(proof), root = Hex(Log.Root(signedSize).Bytes),
        });
        return Convert.FromHexString(answer.GetProperty("receipt").GetString()!);
    }

    private static async Task<JsonElement> Ask(string command, object question) =>
        JsonSerializer.Deserialize<JsonElement>(Assert.Single(await NodePeer.Receipts.Ask(command, JsonSerializer.SerializeToUtf8Bytes(question))));

    /// <summary>bstr .cbor [size, index, path] without the byte string's head.</summary>
    private static byte[] Proof(ulong size, ulong index, Hash32[] path)
    {
        var writer = new CborWriter(new byte[1024]);
        writer.Array(3);
        writer.Unsigned(size);
        writer.Unsigned(index);
        writer.Array(path.Length);
        foreach (var hash in path)
            writer.Hash(hash);
        return writer.Written.ToArray();
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
