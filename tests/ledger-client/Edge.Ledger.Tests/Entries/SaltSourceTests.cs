using Edge.Ledger.Entries;

namespace Edge.Ledger.Tests.Entries;

public sealed class SaltSourceTests
{
    [Fact]
    public void A_salt_source_gives_the_salts_of_the_definition_in_any_order()
    {
        byte[] secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        using var source = new SaltSource(secret);
        Span<byte> expected = stackalloc byte[Salt.Size], given = stackalloc byte[Salt.Size];
        foreach (var index in (ulong[])[0, 1, 255, 1, ulong.MaxValue, 0])
        {
            Salt.Derive(secret, index, expected);
            source.Derive(index, given);
            Assert.Equal(expected, given);
        }
    }

    [Fact]
    public void Deriving_many_salts_allocates_nothing_and_writes_nothing_beyond_them()
    {
        using var source = new SaltSource(new byte[32]);
        var salts = new byte[(100 * Salt.Size) + 7];
        source.DeriveAll(1, salts);
        var before = GC.GetAllocatedBytesForCurrentThread();
        source.DeriveAll(1, salts);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(new byte[7], salts[^7..]);
    }
}
