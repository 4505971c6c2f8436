using Edge.Testing;
using Edge.Vm.Disks;

namespace Edge.Vm.Tests.Disks;

public sealed class DiskServerTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    private string Socket => _folder.File("socket");

    public DiskServerTests() => File.WriteAllBytes(_folder.File("medium"), new byte[16 * 512]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_client_reads_what_it_wrote_and_a_cut_takes_it_away_unless_it_was_flushed()
    {
        await using var server = Serve();
        byte[] flushed = [.. Enumerable.Repeat((byte)1, 512)], forgotten = [.. Enumerable.Repeat((byte)2, 512)];
        using (var client = new NbdClient(Socket))
        {
            Assert.Equal(16 * 512, client.Size);
            Assert.Equal(0u, client.WriteAt(0, flushed));
            Assert.Equal(0u, client.FlushAll());
            Assert.Equal(0u, client.WriteAt(512, forgotten));
            Assert.Equal([.. flushed, .. forgotten], client.ReadAt(0, 1024));
        }

        var sum = await server.CutAsync(Losing());

        Assert.Equal(new CutSum(0, 1, 0), sum);
        await server.DisposeAsync();
        Assert.Equal([.. flushed, .. new byte[512]], File.ReadAllBytes(_folder.File("medium"))[..1024]);
    }

    [Fact]
    public async Task When_the_power_fails_at_a_flush_it_is_not_done_and_nothing_is_answered()
    {
        await using var server = Serve();
        using (var client = new NbdClient(Socket))
        {
            server.FailAfter(1);
            Assert.Equal(0u, client.WriteAt(0, new byte[512]));
            Assert.False(server.PowerFailed.IsCompleted);
            Assert.Null(client.FlushAll());
        }

        await server.PowerFailed.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(1, (await server.CutAsync(Losing())).Lost);
    }

    [Fact]
    public async Task A_request_beyond_the_disk_is_refused_and_the_next_is_answered()
    {
        await using var server = Serve();
        using var client = new NbdClient(Socket);

        Assert.Equal(22u, client.WriteAt(16 * 512, new byte[512]));
        Assert.Equal(0u, client.WriteAt(0, new byte[512]));
    }

    private DiskServer Serve() => new(_folder.File("medium"), Socket);

    /// <summary>A chance by which the cache is lost as a whole.</summary>
    private static Random Losing() => new(Enumerable.Range(0, 100).First(seed =>
    {
        var chance = new Random(seed);
        chance.Shuffle(new int[1]);
        return chance.Next(4) == 0;
    }));
}
