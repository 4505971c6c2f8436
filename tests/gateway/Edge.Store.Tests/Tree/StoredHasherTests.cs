using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Tree;

public sealed class StoredHasherTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    private string Log => _folder.File("log");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_log_goes_on_with_the_function_it_was_created_with()
    {
        using (var created = MerkleLog.Open(Log, TreeHasher.Sm3))
            created.Append(Entries());
        using (var again = MerkleLog.Open(Log))
            Assert.Equal(TreeHasher.Sm3, again.View.Hasher);
        using var reader = LogFolder.OpenReader(Log);
        Assert.Equal(TreeHasher.Sm3.Leaf([7]), new LogView(reader).Node(0, 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_log_is_not_opened_with_another_function(bool empty)
    {
        using (var created = MerkleLog.Open(Log, TreeHasher.Sm3))
        {
            if (!empty)
                created.Append(Entries());
        }

        var refusal = Assert.Throws<StoreException>(() => MerkleLog.Open(Log, TreeHasher.Sha256));
        Assert.Contains("created with sm3", refusal.Message, StringComparison.Ordinal);
    }

    private static EntryBatch Entries()
    {
        var entries = new EntryBatch();
        entries.Add([7]);
        return entries;
    }
}
