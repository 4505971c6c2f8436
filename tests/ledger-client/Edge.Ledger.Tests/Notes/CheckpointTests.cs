using System.Text;
using Edge.Ledger.Merkle;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Tests.Notes;

public sealed class CheckpointTests
{
    private const string Root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    [Fact]
    public void A_checkpoint_is_origin_size_and_root()
    {
        var checkpoint = Checkpoint.Parse(Encoding.UTF8.GetBytes($"example.com/log\n20852163\n{Root}\n"));
        Assert.Equal(("example.com/log", 20852163UL, Root), (checkpoint.Origin, checkpoint.Size, checkpoint.Root.ToString()));
        Assert.Equal($"example.com/log\n20852163\n{Root}\n", checkpoint.ToString());
    }

    [Theory]
    [InlineData("example.com/log\n01\n" + Root + "\n")]
    [InlineData("example.com/log\n+1\n" + Root + "\n")]
    [InlineData("example.com/log\n1 \n" + Root + "\n")]
    [InlineData("example.com/log\n9223372036854775808\n" + Root + "\n")]
    [InlineData("example.com/log\n18446744073709551616\n" + Root + "\n")]
    [InlineData("example.com/log\n0\n" + Root + "\n")]
    [InlineData("example.com/log\n1\n" + Root + "\nextension\n")]
    [InlineData("example.com/log\n1\n" + Root)]
    [InlineData("example.com/log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n")]
    [InlineData("example.com/log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n")]
    [InlineData("example.com/log\n1\nCsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("\n1\n" + Root + "\n")]
    [InlineData("a b\n1\n" + Root + "\n")]
    public void Anything_but_the_canonical_form_is_refused(string text) =>
        Assert.Throws<MalformedException>(() => Checkpoint.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_request_survives_its_text_form()
    {
        using var log = new NoteSigner("city.example/gw-1", KeyType.Ed25519, TestKeys.Seed(1));
        var tree = Merkle.NaiveTree.Tree(9);
        var note = new Checkpoint("city.example/gw-1", 9, tree.Root).Sign(log);
        var bytes = new AddCheckpointRequest(5, ProofBuilder.Consistency(tree, 5, 9), note).ToBytes();
        var request = AddCheckpointRequest.Parse(bytes);
        Assert.Equal(bytes, request.ToBytes());
        Assert.True(ConsistencyProof.Verify(TreeHasher.Sha256, 5, ProofBuilder.Root(tree, 5), 9, tree.Root, [.. request.Proof]));
    }

    [Theory]
    [InlineData("old 05\n\n")]
    [InlineData("old -1\n\n")]
    [InlineData("new 5\n\n")]
    [InlineData("old 5\nAAAA\n\n")]
    [InlineData("old 5\n")]
    public void A_malformed_request_is_refused(string head)
    {
        using var log = new NoteSigner("city.example/gw-1", KeyType.Ed25519, TestKeys.Seed(1));
        var note = new Checkpoint("city.example/gw-1", 1, TreeHasher.Sha256.Leaf([1])).Sign(log);
        Assert.Throws<MalformedException>(() => AddCheckpointRequest.Parse([.. Encoding.UTF8.GetBytes(head), .. note.ToBytes()]));
    }

    [Fact]
    public void A_tlog_proof_survives_its_text_form_with_and_without_extra()
    {
        using var log = new NoteSigner("city.example/gw-1", KeyType.Ed25519, TestKeys.Seed(1));
        var tree = Merkle.NaiveTree.Tree(9);
        var checkpoint = new Checkpoint("city.example/gw-1", 9, tree.Root);
        foreach (var extra in new ReadOnlyMemory<byte>?[] { null, Merkle.NaiveTree.Entry(4) })
        {
            var bytes = new TlogProof(extra, 4, ProofBuilder.Inclusion(tree, 4, 9), checkpoint.Sign(log)).ToBytes();
            var proof = TlogProof.Parse(bytes);
            Assert.Equal(bytes, proof.ToBytes());
            Assert.Equal(extra.HasValue, proof.Extra.HasValue);
            Assert.True(proof.Includes(tree.Node(0, 4), Checkpoint.Parse(proof.Note)));
            Assert.False(proof.Includes(tree.Node(0, 5), Checkpoint.Parse(proof.Note)));
        }
    }
}
