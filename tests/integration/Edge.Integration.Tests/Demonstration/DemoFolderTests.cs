using Edge.Demo.Towns;
using Edge.Integration.Tests.Towns;
using Edge.Testing;

namespace Edge.Integration.Tests.Demonstration;

/// <summary>A run takes away what an earlier run left, nothing of the user's, and shares its folder with nobody.</summary>
public sealed class DemoFolderTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_a_town_left_is_taken_away_and_everything_else_is_kept()
    {
        string[] made =
        [
            "policy.txt", "truth.txt", "evidence/main.flow.edge", "logs/gateway.log", "broker/mosquitto.conf", "gateway/gateway.yaml", "gateway/gateway.key", "gateway/gateway.key.log",
            "gateway/edge-log/00000001.seg", "gateway/edge-log/hashes.0", "gateway/edge-log/quarantine/00000001.seg.0-4096", "city/water.key", "city/water/department.state",
            "city/log/city.log/index.db", "city/log/city.index",
        ];
        string[] kept = ["notes.txt", "r.csv", "run.svg", "evidence/notes.txt", "logs/old/x.log", "gateway/mine.yaml", "city/water/notes.txt", "mine/policy.txt"];
        TownFolder.Make(_folder.Path).Dispose();
        foreach (var file in made.Concat(kept))
            _folder.Write(file, "x");

        using (var folder = TownFolder.Make(_folder.Path))
            Assert.Equal(made.Length, folder.Replaced);

        Assert.Equal(
            kept.Append(".edge-demo").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder.Path, f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_real_town_leaves_nothing_else_behind()
    {
        await using (await Town.FoundAsync(new TownPlan(), TownFolder.Make(_folder.Path)))
        {
        }

        TownFolder.Make(_folder.Path).Dispose();

        Assert.Equal([_folder.File(".edge-demo")], Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_recording_that_would_be_taken_away_is_refused_and_all_is_kept()
    {
        TownFolder.Make(_folder.Path).Dispose();
        var recording = _folder.Write("truth.txt", "mine");
        var evidence = _folder.Write("evidence/a.edge", "of an earlier run");

        var refusal = Assert.Throws<TownException>(() => TownFolder.Make(_folder.Path, [recording]));

        Assert.Contains(recording, refusal.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(recording) && File.Exists(evidence));
    }

    [Fact]
    public async Task While_a_run_is_in_its_folder_another_is_refused_and_then_let_in()
    {
        using (TownFolder.Make(_folder.Path))
        {
            _folder.Write("policy.txt", "of the first run");

            var run = await ProgramRun.Of(Programs.Demo, "--seconds", "1", "--out", _folder.Path, "--lang", "en");

            Assert.Equal(1, run.Code);
            Assert.Contains("in use by another run", run.Said().ReplaceLineEndings(" "), StringComparison.Ordinal);
            Assert.True(File.Exists(_folder.File("policy.txt")));
        }

        TownFolder.Make(_folder.Path).Dispose();
        Assert.False(File.Exists(_folder.File("policy.txt")));
    }

    [Fact]
    public void Of_a_temporary_folder_without_anything_to_read_nothing_is_left()
    {
        using var useless = TownFolder.Make(null);
        using var useful = TownFolder.Make(null);
        File.WriteAllText(Path.Combine(useful.Logs, "broker.log"), "said");

        Assert.True(useless.RemoveIfOfNoUse());
        Assert.False(useful.RemoveIfOfNoUse());

        Assert.Equal((false, true), (Directory.Exists(useless.Root), Directory.Exists(useful.Root)));
        Directory.Delete(useful.Root, recursive: true);
    }
}
