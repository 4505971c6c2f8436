using Edge.Testing;
using Edge.Vm.Disks;

namespace Edge.Vm.Tests.Disks;

public sealed class VolatileDiskTests : IDisposable
{
    private const int Sectors = 64;
    private readonly TemporaryDirectory _folder = new();

    private string Medium => _folder.File("medium");

    public VolatileDiskTests() => File.WriteAllBytes(Medium, new byte[Sectors * VolatileDisk.Sector]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_is_read_back_at_once_and_is_on_the_medium_only_after_a_flush()
    {
        using var disk = new VolatileDisk(Medium);

        disk.Write(512, Filled(2, 7));

        var read = new byte[4 * 512];
        disk.Read(0, read);
        Assert.Equal([.. Filled(1, 0), .. Filled(2, 7), .. Filled(1, 0)], read);
        Assert.DoesNotContain((byte)7, OnMedium());
        disk.Flush();
        Assert.Equal(read, OnMedium()[..read.Length]);
        Assert.Equal(1, disk.Flushes);
    }

    [Fact]
    public void A_cut_leaves_every_sector_as_it_was_flushed_or_as_it_was_written_since()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            File.WriteAllBytes(Medium, new byte[Sectors * 512]);
            using var disk = new VolatileDisk(Medium);
            disk.Write(0, Filled(Sectors, 1));
            disk.Flush();
            disk.Write(8 * 512, Filled(8, 2));
            disk.Write(12 * 512, Filled(8, 3));

            disk.Cut(new Random(seed));

            var medium = OnMedium();
            for (var sector = 0; sector < Sectors; sector++)
            {
                var bytes = medium[(sector * 512)..((sector + 1) * 512)];
                byte[] allowed = [1, .. sector is >= 8 and < 16 ? [2] : (byte[])[], .. sector is >= 12 and < 20 ? [3] : (byte[])[]];
                Assert.Contains(Assert.Single(bytes.Distinct()), allowed);
            }
            var read = new byte[medium.Length];
            disk.Read(0, read);
            Assert.Equal(medium, read);
        }
    }

    [Fact]
    public void Writes_that_were_not_flushed_are_kept_lost_and_torn_and_by_one_seed_always_the_same()
    {
        var sums = Enumerable.Range(0, 100).Select(seed => (First: CutOf(seed), Again: CutOf(seed))).ToList();

        Assert.All(sums, s => Assert.Equal(s.First, s.Again));
        Assert.Contains(sums, s => s.First.Sum.Kept > 0);
        Assert.Contains(sums, s => s.First.Sum.Torn > 0);
        Assert.Contains(sums, s => s.First.Sum == new CutSum(0, 10, 0));
    }

    [Theory]
    [InlineData(1, 512)]
    [InlineData(0, 100)]
    [InlineData(Sectors * 512, 512)]
    [InlineData(-512, 512)]
    public void What_does_not_lie_on_the_disk_in_whole_sectors_is_refused(long offset, int count)
    {
        using var disk = new VolatileDisk(Medium);

        Assert.False(disk.Holds(offset, count));
        Assert.Throws<ArgumentOutOfRangeException>(() => disk.Write(offset, new byte[count]));
    }

    private (CutSum Sum, string Medium) CutOf(int seed)
    {
        File.WriteAllBytes(Medium, new byte[Sectors * 512]);
        using var disk = new VolatileDisk(Medium);
        for (var write = 0; write < 10; write++)
            disk.Write(write * 4 * 512, Filled(4, (byte)(write + 1)));
        return (disk.Cut(new Random(seed)), Convert.ToHexString(OnMedium()));
    }

    private byte[] OnMedium()
    {
        using var file = new FileStream(Medium, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Filled(int sectors, byte with) => [.. Enumerable.Repeat(with, sectors * 512)];
}
