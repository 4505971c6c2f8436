using Edge.Gateway.Configuration;
using Edge.Gateway.Health;
using Edge.Gateway.Tests.Configuration;
using Edge.Testing;

namespace Edge.Gateway.Tests.Health;

public sealed class ConfigurationWatchTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_was_written_since_the_start_is_told_until_it_is_again_what_is_in_force()
    {
        var path = _folder.Write("gateway.yaml", ConfigurationText.Good);
        var watch = new ConfigurationWatch(ConfigurationReader.Read(path));
        var other = ConfigurationText.Good.Replace("high: 10", "high: 16", StringComparison.Ordinal);
        var now = 0UL;
        Assert.Null(Later());

        File.WriteAllText(path, other);
        Assert.Null(watch.Look(now + 1));
        Assert.Equal(ConfigurationText.Read(other).FileSha256, Later());
        Assert.Equal(ConfigurationText.Read(other).FileSha256, Later());

        File.Delete(path);
        Assert.Null(Later());
        File.WriteAllText(path, other);
        Assert.NotNull(Later());
        File.WriteAllText(path, ConfigurationText.Good);
        Assert.Null(Later());

        string? Later() => watch.Look(now += (ulong)ConfigurationWatch.Every.TotalNanoseconds);
    }
}
