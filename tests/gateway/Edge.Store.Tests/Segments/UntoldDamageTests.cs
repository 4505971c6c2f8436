using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>What was found damaged is found at each open until whoever writes the log says that it stands there.</summary>
public sealed class UntoldDamageTests : IDisposable
{
    private static readonly SegmentOptions Options = new() { Bytes = 8 * 1024, Ahead = 4 * 1024 };

    private readonly TemporaryDirectory _directory = new();

    public UntoldDamageTests() => SampleLog.GrowSealed(LogPath, Options, 625, group: 5);

    private string LogPath => _directory.File("log");

    private List<string> Segments => [.. Directory.GetFiles(LogPath, "*.seg").Order(StringComparer.Ordinal)];

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string> Ways => ["frame", "end", "cut", "closed", "missing"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void It_is_found_again_until_it_is_logged(string way)
    {
        Damage(way);
        var found = Found();
        Assert.Contains(found, d => d.Count > 0);

        Assert.Equal(found, Found());

        using (var log = Open())
        {
            Assert.Equal(found, log.Damage);
            SampleLog.Append(log, 5);
            log.DamageIsLogged(log.Damage.Count);
        }

        Assert.Empty(Found());
    }

    [Fact]
    public void What_is_found_later_stays_when_what_was_found_before_is_logged()
    {
        Damage("closed");
        Damage("frame");
        var found = Found();
        using (var log = Open())
            log.DamageIsLogged(1);

        Assert.Equal(found.Skip(1), Found());
    }

    [Fact]
    public void A_folder_in_the_place_of_its_file_is_put_aside()
    {
        Directory.CreateDirectory(Path.Combine(LogPath, "quarantine", "untold.jsonl"));
        Damage("end");
        var found = Found();

        Assert.Equal(found, Found());
    }

    private List<StoreDamage> Found()
    {
        using var log = Open();
        log.Patrol();
        return [.. log.Damage];
    }

    private MerkleLog Open() => MerkleLog.Open(LogFolder.Open(LogPath, options: Options));

    private void Damage(string way)
    {
        switch (way)
        {
            case "frame":
                Change(Segments[^1], frames => frames[1]);
                break;
            case "end":
                Change(Segments[^1], frames => frames[^1]);
                break;
            case "cut":
                File.WriteAllBytes(Segments[^1], File.ReadAllBytes(Segments[^1])[..(4096 + 300)]);
                break;
            case "closed":
                Change(Segments[0], frames => frames[2]);
                break;
            default:
                File.Delete(Segments[1]);
                break;
        }
    }

    private static void Change(string segment, Func<List<int>, int> which)
    {
        var bytes = File.ReadAllBytes(segment);
        var frames = Enumerable.Range(0, bytes.Length / 8).Select(i => i * 8).Where(at => bytes.AsSpan(at).StartsWith("EdgeFrm1"u8) && bytes[at + 12] > 0).ToList();
        bytes[which(frames) + 60] ^= 1;
        File.WriteAllBytes(segment, bytes);
    }
}
