using Edge.Ledger.Cose;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;
using Edge.Ledger.Tests.Merkle;

namespace Edge.Ledger.Tests.Cose;

public sealed class ReceiptTests
{
    private static readonly ReceiptLog Log = new();

    [Fact]
    public void A_receipt_of_inclusion_proves_its_entry_at_its_place_and_no_other()
    {
        for (ulong size = 2; size <= 20; size++)
        {
            for (ulong index = 0; index < size; index++)
            {
                var receipt = (InclusionReceipt)CoseReceipt.Parse(Log.Inclusion(index, size).ToBytes());

                Assert.Equal((index, size, CoseAlgorithm.EdDsa), (receipt.Index, receipt.TreeSize, receipt.Algorithm));
                Assert.True(receipt.Verify(Log.Verifier, Log.Entry(index), out var root));
                Assert.Equal(Log.Root(size), root);
                Assert.False(receipt.Verify(Log.Verifier, Log.Entry((index + 1) % size), out _));
            }
        }
    }

    [Fact]
    public void A_receipt_of_consistency_leads_from_the_earlier_root_to_the_signed_one()
    {
        for (ulong size = 2; size <= 20; size++)
        {
            for (ulong old = 1; old < size; old++)
            {
                var receipt = (ConsistencyReceipt)CoseReceipt.Parse(Log.Consistency(old, size).ToBytes());

                Assert.Equal((old, size), (receipt.OldSize, receipt.TreeSize));
                Assert.True(receipt.Verify(Log.Verifier, Log.Root(old), out var root));
                Assert.Equal(Log.Root(size), root);
                Assert.False(receipt.Verify(Log.Verifier, Log.Root(old + 1), out _));
            }
        }
    }

    [Fact]
    public void A_signed_entry_carries_its_entry_and_its_receipt()
    {
        var signed = SignedEntry.Parse(Log.Signed(7, 11).ToBytes());

        Assert.Equal(Log.Entry(7), signed.Entry.ToArray());
        Assert.True(signed.Verify(Log.Verifier, out var root));
        Assert.Equal(Log.Root(11), root);
    }

    [Fact]
    public void Another_key_of_the_same_name_has_not_signed()
    {
        var other = new TestKeys(100).Gateway.Verifier;

        Assert.False(Log.Inclusion(7, 11).Verify(other, Log.Entry(7), out _));
        Assert.False(Log.Consistency(7, 11).Verify(other, Log.Root(7), out _));
        Assert.False(Log.Signed(7, 11).Verify(other, out _));
    }

    [Fact]
    public void The_same_key_under_another_name_has_not_signed()
    {
        using var renamed = new NoteSigner("city.example/gw-2", KeyType.Ed25519, TestKeys.Seed(1));

        Assert.Equal(Log.Verifier.PublicKey, renamed.Verifier.PublicKey);
        Assert.False(Log.Inclusion(7, 11).Verify(renamed.Verifier, Log.Entry(7), out _));
    }

    [Fact]
    public void Whatever_bit_is_flipped_nothing_is_proved()
    {
        foreach (var good in new[] { Log.Inclusion(7, 11).ToBytes(), Log.Consistency(7, 11).ToBytes(), Log.Signed(7, 11).ToBytes() })
        {
            Assert.True(Proves(good));
            for (var bit = 0; bit < good.Length * 8; bit++)
            {
                byte[] bad = [.. good];
                bad[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.False(Proves(bad), $"bit {bit} of {Convert.ToHexStringLower(good)}");
            }
        }
    }

    [Fact]
    public void The_place_is_signed_although_one_path_fits_several_trees()
    {
        // The path of entry 0 turns the same way in trees of 3 and of 4 leaves: RFC 9942 alone could not tell them apart.
        var three = Log.Inclusion(0, 3);
        Assert.True(InclusionProof.Verify(TreeHasher.Sha256, TreeHasher.Sha256.Leaf(Log.Entry(0)), 0, 4, [.. three.Path], Log.Root(3)));

        var four = Convert.ToHexStringLower(three.ToBytes()).Replace("3a0001000003", "3a0001000004", StringComparison.Ordinal).Replace("830300", "830400", StringComparison.Ordinal);

        Assert.Equal(4UL, CoseReceipt.Parse(Convert.FromHexString(four)).TreeSize);
        Assert.False(Proves(Convert.FromHexString(four)));
    }

    [Fact]
    public void A_log_of_one_entry_has_no_receipt_of_inclusion()
    {
        Assert.Contains("one entry", Assert.Throws<NotExpressibleException>(() => Log.Inclusion(0, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<NotExpressibleException>(() => Log.Signed(0, 1));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 5)]
    public void Without_a_path_there_is_no_receipt_of_consistency(ulong old, ulong size) =>
        Assert.Contains("empty", Assert.Throws<NotExpressibleException>(() => Log.Consistency(old, size)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_log_hashed_with_SM3_has_no_receipts()
    {
        using var key = new NoteSigner("city.example/sm3/gw-1", KeyType.Sm2, TestKeys.Seed(1));
        var tree = new MemoryTree(TreeHasher.Sm3);
        tree.Append([1]);
        tree.Append([2]);
        var note = new Checkpoint(key.Name, 2, tree.Root).Sign(key);

        Assert.Contains("sm3", Assert.Throws<NotExpressibleException>(() => InclusionReceipt.Issue(key, note, 0, [1], ProofBuilder.Inclusion(tree, 0, 2))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_signed_with_SM2_has_no_receipts()
    {
        using var key = new NoteSigner("city.example/gw-1", KeyType.Sm2, TestKeys.Seed(1));

        Assert.Contains("no algorithm for keys of type ff (SM2)", Assert.Throws<NotExpressibleException>(() => new ReceiptLog(key).Inclusion(7, 11)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_signed_with_ECDSA_has_receipts_of_algorithm_ES256()
    {
        using var key = new NoteSigner("city.example/gw-1", KeyType.EcdsaP256, TestKeys.Seed(1));
        var log = new ReceiptLog(key);

        // Often enough to meet an r or s with a leading zero byte.
        for (var i = 0; i < 600; i++)
        {
            var receipt = (InclusionReceipt)CoseReceipt.Parse(log.Inclusion(7, 11).ToBytes());
            Assert.Equal(CoseAlgorithm.Es256, receipt.Algorithm);
            Assert.True(receipt.Verify(log.Verifier, log.Entry(7), out _));
            Assert.False(receipt.Verify(log.Verifier, log.Entry(8), out _));
            Assert.False(receipt.Verify(Log.Verifier, log.Entry(7), out _));
        }

        byte[] zeros = [.. log.Inclusion(7, 11).ToBytes()[..^64], .. new byte[64]];
        Assert.False(((InclusionReceipt)CoseReceipt.Parse(zeros)).Verify(log.Verifier, log.Entry(7), out _));
    }

    [Fact]
    public void No_root_is_signed_that_is_not_a_signed_checkpoints()
    {
        var path = NaiveTree.Hashes(NaiveTree.Path(7, NaiveTree.Entries(11)));
        using var stranger = new NoteSigner(Log.Key.Name, KeyType.Ed25519, TestKeys.Seed(9));
        var foreign = new Checkpoint(Log.Key.Name, 11, Log.Root(11)).Sign(stranger);
        var otherOrigin = new Checkpoint("city.example/gw-2", 11, Log.Root(11)).Sign(Log.Key);
        var good = Log.Checkpoint(11);
        var forged = new SignedNote(good.Text, [good.Signatures[0] with { Blob = foreign.Signatures[0].Blob }]);

        Assert.Throws<ArgumentException>(() => InclusionReceipt.Issue(Log.Key, foreign, 7, Log.Entry(7), path));
        Assert.Throws<ArgumentException>(() => InclusionReceipt.Issue(Log.Key, otherOrigin, 7, Log.Entry(7), path));
        Assert.Throws<ArgumentException>(() => InclusionReceipt.Issue(Log.Key, forged, 7, Log.Entry(7), path));
        Assert.Throws<ArgumentException>(() => InclusionReceipt.Issue(Log.Key, Log.Checkpoint(11), 8, Log.Entry(7), path));
        Assert.Throws<ArgumentException>(() => InclusionReceipt.Issue(Log.Key, Log.Checkpoint(12), 7, Log.Entry(7), path));
        Assert.Throws<ArgumentException>(() => ConsistencyReceipt.Issue(Log.Key, Log.Checkpoint(11), 7, Log.Root(8), path));
    }

    [Fact]
    public void A_signature_over_a_receipt_is_never_one_over_a_note()
    {
        // Sig_structure begins with an array of four, 84, and that begins no UTF-8 text.
        var toBeSigned = ToBeSigned(Log.Inclusion(7, 11));
        Assert.True(Log.Verifier.Verify(toBeSigned, Convert.FromHexString(Convert.ToHexStringLower(Log.Inclusion(7, 11).ToBytes())[^128..])));

        Assert.Throws<MalformedException>(() => Checkpoint.Parse(toBeSigned.AsSpan()));
        Assert.Throws<MalformedException>(() => SignedNote.Parse([.. toBeSigned, .. "\n\n— x AAAAAAA=\n"u8]));
    }

    private static bool Proves(byte[] bytes)
    {
        try
        {
            if (SignedEntry.IsSignedEntry(bytes))
                return SignedEntry.Parse(bytes).Verify(Log.Verifier, out _);
            return CoseReceipt.Parse(bytes) switch
            {
                InclusionReceipt inclusion => inclusion.Verify(Log.Verifier, Log.Entry(inclusion.Index), out _),
                ConsistencyReceipt consistency => consistency.OldSize < 20 && consistency.Verify(Log.Verifier, Log.Root(consistency.OldSize), out _),
                _ => false,
            };
        }
        catch (MalformedException)
        {
            return false;
        }
    }

    /// <summary>["Signature1", protected header, h'', root], written by hand.</summary>
    private static byte[] ToBeSigned(InclusionReceipt receipt)
    {
        var keyId = System.Text.Encoding.UTF8.GetBytes(receipt.KeyId);
        byte[] header = [0xA4, 0x01, 0x27, 0x04, 0x58, (byte)keyId.Length, .. keyId, 0x19, 0x01, 0x8B, 0x01, 0x3A, 0x00, 0x01, 0x00, 0x00, (byte)receipt.TreeSize];
        return [0x84, 0x6A, .. "Signature1"u8, 0x58, (byte)header.Length, .. header, 0x40, 0x58, 0x20, .. Log.Root(receipt.TreeSize).Bytes];
    }
}
