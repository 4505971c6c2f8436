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
}
