using System.Text;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.Tests.Merkle;

public sealed class TreeHasherTests
{
    // GB/T 32905-2016, appendix A.
    [Theory]
    [InlineData("abc", "66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0")]
    [InlineData("abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd", "DEBE9FF92275B8A138604889C18E5A4D6FDB70E5387E5765293DCBA39C0C5732")]
    public void Sm3_gives_the_standards_digests(string message, string digest) =>
        Assert.Equal(digest, Convert.ToHexString(TreeHasher.Sm3.Hash(Encoding.ASCII.GetBytes(message)).Bytes));

    [Theory]
    [InlineData("sha256")]
    [InlineData("sm3")]
    public async Task Hashing_allocates_nothing_and_threads_do_not_disturb_each_other(string name)
    {
        var hasher = name == "sm3" ? TreeHasher.Sm3 : TreeHasher.Sha256;
        byte[][] messages = [.. Enumerable.Range(1, 4).Select(n => Enumerable.Repeat((byte)n, 4096).ToArray())];
        Hash32[] expected = [.. messages.Select(m => hasher.Hash(m))];
        using var start = new Barrier(messages.Length);
        await Task.WhenAll(messages.Select((m, n) => Task.Factory.StartNew(() => Hash(hasher, m, expected[n], start), TaskCreationOptions.LongRunning)));
    }

    private static void Hash(TreeHasher hasher, byte[] message, Hash32 expected, Barrier start)
    {
        Assert.Equal(expected, hasher.Hash(message));
        start.SignalAndWait();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var right = 0;
        for (var i = 0; i < 1_000; i++)
            right += hasher.Hash(message) == expected ? 1 : 0;
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1_000, right);
    }

    [Theory]
    [InlineData("city.example/gw-1", "sha256")]
    [InlineData("city.example", "sha256")]
    [InlineData("city.example/sm3", "sha256")]
    [InlineData("city.example/sm3/gw-1", "sm3")]
    [InlineData("city.example/sm3/sm3", "sm3")]
    public void A_logs_hash_function_is_part_of_its_origin(string origin, string name)
    {
        Assert.Equal(name, TreeHasher.OfLog(origin).Name);
        Assert.Equal(name, LogOrigin.Parse(origin).Hasher.Name);
    }

    [Fact]
    public void An_sm3_logs_topic_is_its_gateways_id() => Assert.Equal("gw-1", LogOrigin.Parse("city.example/sm3/gw-1").TopicId);

    [Theory]
    [InlineData("city.example/sm4/gw-1")]
    [InlineData("city.example/sm3/")]
    [InlineData("city.example/sm3/a/b")]
    public void Another_word_between_city_and_gateway_is_no_origin(string origin) => Assert.Null(LogOrigin.TryParse(origin));

    [Fact]
    public void Two_functions_give_two_trees()
    {
        var trees = new[] { new MemoryTree(TreeHasher.Sha256), new MemoryTree(TreeHasher.Sm3) };
        foreach (var tree in trees)
        {
            for (var i = 0; i < 7; i++)
                tree.Append([(byte)i]);
            var path = ProofBuilder.Inclusion(tree, 4, 7);
            Assert.True(InclusionProof.Verify(tree.Hasher, tree.Hasher.Leaf([4]), 4, 7, path, tree.Root));
        }

        Assert.NotEqual(trees[0].Root, trees[1].Root);
    }
}
