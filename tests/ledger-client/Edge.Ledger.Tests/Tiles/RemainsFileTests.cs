using System.Buffers;
using Edge.Ledger.Tiles;

namespace Edge.Ledger.Tests.Tiles;

public sealed class RemainsFileTests
{
    private static readonly byte[] Header = [.. "edge-remains/v1\n"u8];

    [Fact]
    public void What_is_written_is_read_in_the_order_of_the_places()
    {
        var entries = new ArrayBufferWriter<byte>();

        var places = RemainsFile.TryRead(RemainsFile.Write(new Dictionary<int, byte[]> { [255] = [7, 8], [0] = [], [3] = [9] }), entries);

        Assert.Equal([0, 3, 255], places);
        Assert.Equal([0, 0, 0, 1, 9, 0, 2, 7, 8], entries.WrittenSpan.ToArray());
    }

    [Fact]
    public void The_form_is_the_header_and_each_entry_after_its_place_and_its_length() =>
        Assert.Equal([.. Header, 0, 0, 0, 3, 0, 1, 9], RemainsFile.Write(new Dictionary<int, byte[]> { [3] = [9], [0] = [] }));

    [Theory]
    [InlineData("no entry", new byte[0])]
    [InlineData("a place alone", new byte[] { 1 })]
    [InlineData("half a length", new byte[] { 1, 0 })]
    [InlineData("an entry that is cut", new byte[] { 1, 0, 2, 9 })]
    [InlineData("a place twice", new byte[] { 1, 0, 0, 1, 0, 0 })]
    [InlineData("places that descend", new byte[] { 2, 0, 0, 1, 0, 0 })]
    public void Another_form_is_not_read(string what, byte[] rest)
    {
        var entries = new ArrayBufferWriter<byte>();

        Assert.True(RemainsFile.TryRead([.. Header, .. rest], entries) is null, what);
        Assert.Equal(0, entries.WrittenCount);
    }

    [Fact]
    public void A_later_version_and_a_whole_bundle_are_not_read()
    {
        var whole = RemainsFile.Write(Enumerable.Range(0, 256).ToDictionary(i => i, _ => Array.Empty<byte>()));

        Assert.Null(RemainsFile.TryRead([.. "edge-remains/v2\n"u8, 1, 0, 0], new ArrayBufferWriter<byte>()));
        Assert.Null(RemainsFile.TryRead(whole, new ArrayBufferWriter<byte>()));
        Assert.Equal(255, RemainsFile.TryRead(whole.AsSpan()[..^3], new ArrayBufferWriter<byte>())!.Count);
    }

    [Fact]
    public void The_largest_has_its_length()
    {
        var longest = new byte[ushort.MaxValue];

        Assert.Equal(RemainsFile.MaxBytes, RemainsFile.Write(Enumerable.Range(0, 255).ToDictionary(i => i, _ => longest)).Length);
        Assert.True(RemainsFile.MaxBytes <= Tile.OfEntries(0).MaxBytes);
    }

    [Theory]
    [InlineData("tile/remains/000", 0)]
    [InlineData("tile/remains/x001/x234/067", 1234067)]
    public void Its_path_is_that_of_the_full_bundle(string path, ulong index)
    {
        Assert.Equal(path, RemainsFile.PathOf(Tile.OfEntries(index, 3)));
        Assert.True(RemainsFile.TryParse(path, out var bundle));
        Assert.Equal(Tile.OfEntries(index), bundle);
    }

    [Theory]
    [InlineData("tile/entries/000")]
    [InlineData("tile/remains/000.p/3")]
    [InlineData("tile/remains/x000/000")]
    [InlineData("tile/remains/")]
    public void Other_paths_are_not_its(string path) => Assert.False(RemainsFile.TryParse(path, out _));
}
