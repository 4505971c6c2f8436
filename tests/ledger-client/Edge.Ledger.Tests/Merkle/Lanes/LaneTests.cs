using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Edge.Ledger.Merkle;
using Edge.Testing;

namespace Edge.Ledger.Tests.Merkle.Lanes;

public sealed class LaneTests
{
    public static TheoryData<string> Trials => [.. LaneTrials.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Trials))]
    public void Batches_equal_hashing_one_by_one(string trial) => LaneTrials.All.Single(t => t.Name == trial).Run();

    /// <summary>The runtime's own switches, https://learn.microsoft.com/dotnet/core/runtime-config/hardware.</summary>
    [Theory]
    [InlineData("none", 0)]
    [InlineData("DOTNET_EnableAVX512", 8)]
    [InlineData("DOTNET_EnableAVX2", 4)]
    [InlineData("DOTNET_EnableHWIntrinsic", 1)]
    public async Task Batches_equal_hashing_one_by_one_with_the_wider_paths_switched_off(string off, int atMost)
    {
        var environment = new Dictionary<string, string?> { [off] = "0" };
        await using var child = ChildProcess.Start(Programs.Find("Edge.Ledger.Tests", "Edge.Ledger.Tests"), ["lanes"], environment: environment);
        var lanes = int.Parse((await child.WaitForLine("lanes ")).Split(' ')[1]);
        Assert.Equal(atMost == 0 ? TreeHasher.Sha256.Lanes : Math.Min(atMost, TreeHasher.Sha256.Lanes), lanes);
        await child.WaitForLine("all equal", TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void Nothing_outside_the_buffer_is_read()
    {
        using var page = new GuardedPage();
        foreach (var length in new[] { 0, 1, 54, 55, 63, 64, 110, 127 })
        {
            var entries = 1 + (GuardedPage.Length / 128 / 2);
            var windows = Enumerable.Range(0, entries).Select(i => (i * length)..((i + 1) * length)).ToArray();
            var (front, back) = (new Hash32[entries], new Hash32[entries]);
            TreeHasher.Sha256.Leaves(page.First(entries * length), windows, front);
            TreeHasher.Sha256.Leaves(page.Last(entries * length), windows, back);
            Assert.All(front.Concat(back), hash => Assert.Equal(new Hash32(SHA256.HashData(new byte[length + 1])), hash));
        }
    }

    [Fact]
    public void Nothing_outside_the_children_is_read()
    {
        using var page = new GuardedPage();
        var expected = new Hash32(SHA256.HashData([1, .. new byte[64]]));
        foreach (var count in new[] { 1, 2, 5, 33, 64 })
        {
            var parents = new Hash32[2 * count];
            TreeHasher.Sha256.Nodes(MemoryMarshal.Cast<byte, Hash32>(page.First(64 * count)), parents.AsSpan(0, count));
            TreeHasher.Sha256.Nodes(MemoryMarshal.Cast<byte, Hash32>(page.Last(64 * count)), parents.AsSpan(count));
            Assert.All(parents, parent => Assert.Equal(expected, parent));
        }
    }

    [Fact]
    public void A_window_beyond_the_buffer_is_refused()
    {
        var leaves = new Hash32[1];
        Assert.Throws<ArgumentOutOfRangeException>(() => TreeHasher.Sha256.Leaves(new byte[10], [8..11], leaves));
    }

    [Theory]
    [InlineData("000141", 2)]
    [InlineData("00024142000141ff", 2)]
    [InlineData("000341420000", 1)]
    [InlineData("00", 1)]
    [InlineData("00", 0)]
    public void A_bundle_that_is_not_just_its_entries_is_refused(string bundle, int entries)
    {
        var leaves = new Hash32[entries];
        Assert.Throws<MalformedException>(() => TreeHasher.Sha256.Leaves(Convert.FromHexString(bundle), leaves));
    }

    [Fact]
    public void Batches_allocate_nothing()
    {
        var bundle = new byte[(110 + 2) * 600];
        for (var i = 0; i < bundle.Length; i += 112)
            bundle[i + 1] = 110;
        var leaves = new Hash32[600];
        TreeHasher.Sha256.Leaves(bundle, leaves);
        TreeHasher.Sha256.Nodes(leaves, leaves.AsSpan(0, 300));
        var before = GC.GetAllocatedBytesForCurrentThread();
        TreeHasher.Sha256.Leaves(bundle, leaves);
        TreeHasher.Sha256.Nodes(leaves, leaves.AsSpan(0, 300));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
