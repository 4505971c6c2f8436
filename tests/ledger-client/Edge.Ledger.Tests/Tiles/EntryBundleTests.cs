using System.Buffers;
using Edge.Ledger.Tiles;

namespace Edge.Ledger.Tests.Tiles;

public class EntryBundleTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        byte[][] entries = [[], [1], [.. Enumerable.Repeat((byte)7, 65_535)], [2, 3]];
        var bundle = new ArrayBufferWriter<byte>();
        foreach (var entry in entries)
            EntryBundle.Write(bundle, entry);

        Assert.Equal([0, 0, 0, 1, 1, 255, 255, 7], bundle.WrittenSpan[..8].ToArray());
        Assert.Equal(entries, Read(bundle.WrittenSpan.ToArray()));
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0, 1 })]
    [InlineData(new byte[] { 0, 1, 5, 0, 2, 5 })]
    [InlineData(new byte[] { 255, 255, 5 })]
    public void A_bundle_that_ends_within_an_entry_is_refused(byte[] bundle) => Assert.Throws<MalformedException>(() => Read(bundle));

    [Fact]
    public void The_first_entries_are_a_prefix_and_too_few_are_refused()
    {
        byte[] bundle = [0, 1, 5, 0, 0, 0, 1, 6, 9];

        Assert.Equal(0, EntryBundle.First(0, bundle).Length);
        Assert.Equal(5, EntryBundle.First(2, bundle).Length);
        Assert.Equal(8, EntryBundle.First(3, bundle).Length);
        Assert.Throws<MalformedException>(() => EntryBundle.First(4, bundle[..8]).Length);
        Assert.Throws<MalformedException>(() => EntryBundle.First(4, bundle).Length);
    }

    [Fact]
    public void An_entry_of_65_536_bytes_does_not_fit() =>
        Assert.Throws<ArgumentException>(() => EntryBundle.Write(new ArrayBufferWriter<byte>(), new byte[65_536]));

    private static List<byte[]> Read(byte[] bundle)
    {
        var entries = new List<byte[]>();
        foreach (var entry in new EntryBundle(bundle))
            entries.Add(entry.ToArray());
        return entries;
    }
}
