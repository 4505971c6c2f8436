using System.Text;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Ledger.Notes;

namespace Edge.Ledger.Mqtt.Tests.Anchoring;

public sealed class BlockFollowerTests
{
    private readonly CityKeys _keys = new("gw-1");
    private MemoryTree _tree = new(TreeHasher.Sha256);

    private byte[] Block(ulong height, params int[] departments)
    {
        var header = new BlockHeader(height, 1_800_000_000 + height, default);
        _tree.Append(header.ToBytes());
        var note = _keys.Cosign(new Checkpoint(CityKeys.Domain, _tree.Size, _tree.Root).Sign(_keys.City), DateTimeOffset.UnixEpoch.AddDays(20000), departments);
        return CityBlock.Write(header, _tree.Size, ProofBuilder.Inclusion(_tree, _tree.Size - 1, _tree.Size), note).ToBytes();
    }

    private BlockFollower Follower(byte[]? stored = null) => new(_keys.Policy, CityKeys.Domain, stored);

    [Fact]
    public void Follows_blocks_forwards_only()
    {
        var follower = Follower();
        var (first, second) = (Block(0, 0, 1, 2), Block(1, 0, 1, 2));
        Assert.Equal(0ul, follower.Take(first, out _)!.Header.Height);
        Assert.Equal(1ul, follower.Take(second, out var refused)!.Header.Height);
        Assert.Null(refused);

        Assert.Null(follower.Take(second, out refused));
        Assert.Null(refused);
        Assert.Null(follower.Take(first, out refused));
        Assert.Contains("height 0 with size 1 does not follow height 1 with size 2", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_larger_log_with_the_same_height()
    {
        var follower = Follower();
        follower.Take(Block(5, 0, 1, 2), out _);
        Assert.Null(follower.Take(Block(5, 0, 1, 3), out var refused));
        Assert.NotNull(refused);
    }

    [Fact]
    public void Refuses_a_greater_height_in_a_log_that_has_not_grown()
    {
        var follower = Follower();
        Block(0, 0, 1, 2);
        follower.Take(Block(1, 0, 1, 2), out _);
        _tree = new MemoryTree(TreeHasher.Sha256);
        Block(7, 0, 1, 2);
        Assert.Null(follower.Take(Block(8, 0, 1, 2), out var refused));
        Assert.Contains("does not follow", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_block_without_a_quorum()
    {
        var follower = Follower();
        Assert.Null(follower.Take(Block(0, 0, 1), out var refused));
        Assert.Contains("NoQuorum", refused, StringComparison.Ordinal);
        Assert.Null(follower.Newest);
    }

    [Fact]
    public void Goes_on_from_the_block_stored_before()
    {
        var (first, second) = (Block(0, 0, 1, 2), Block(1, 0, 1, 2));
        var follower = Follower(second);
        Assert.Equal(1ul, follower.Newest!.Header.Height);
        Assert.Null(follower.Take(first, out var refused));
        Assert.NotNull(refused);
    }

    [Fact]
    public void Refuses_every_changed_bit()
    {
        var block = Block(0, 0, 1, 2);
        var follower = Follower();
        for (var bit = 0; bit < block.Length * 8; bit++)
        {
            block[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(follower.Take(block, out var refused) is null && refused is not null, $"bit {bit}: {Encoding.UTF8.GetString(block)}");
            block[bit / 8] ^= (byte)(1 << (bit % 8));
        }
        Assert.NotNull(follower.Take(block, out _));
    }
}
