using System.Diagnostics;
using Edge.Demo.Showing;
using Edge.Integration.Tests.Towns;
using Edge.Processes;
using Edge.Testing;

namespace Edge.Integration.Tests.Demonstration;

public sealed class DemoProgramTests
{
    [Fact]
    public async Task The_demonstration_leaves_evidence_that_verifies_and_can_be_repeated_in_its_folder()
    {
        using var folder = new TemporaryDirectory();
        await ShowAsync(folder.Path, "8");
        File.WriteAllText(folder.File("evidence/left-over.edge"), "of the first run");

        await ShowAsync(folder.Path, "5");

        Assert.False(File.Exists(folder.File("evidence/left-over.edge")), "the second run must not show the first one's evidence as its own");
    }

    [Fact]
    public async Task A_log_built_with_SM3_is_shown_as_any_other()
    {
        using var folder = new TemporaryDirectory();
        await ShowAsync(folder.Path, "4", "--type", "sm3");

        var verified = await ProgramRun.Of(Programs.Verify, folder.File("evidence/water.tap.ph.edge"), "--policy", folder.File("policy.txt"), "--lang", "en");

        Assert.Contains("city.example/sm3/water-gw-0001; SM2", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_in_the_middle_is_a_gap_in_the_evidence_that_it_names()
    {
        using var folder = new TemporaryDirectory();
        var shown = await ShowAsync(folder.Path, "6", "--cut");
        var range = shown[shown.IndexOf("--since ", StringComparison.Ordinal)..].Split('\n')[0].Split(' ');

        var cut = await ProgramRun.Of(
            Programs.Gateway, "evidence", "--config", folder.File("gateway/gateway.yaml"), "--channel", "main.pressure", "--since", range[1], "--until", range[3], "--out", folder.File("cut.edge"));
        Assert.True(cut.Code == 0, cut.Said());
        var verified = await ProgramRun.Of(Programs.Verify, folder.File("cut.edge"), "--policy", folder.File("policy.txt"), "--lang", "en");

        Assert.True(verified.Code == 0, verified.Said());
        Assert.Contains("the gateway ended without a stop", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_of_the_town_that_dies_is_named_and_ends_it()
    {
        using var folder = new TemporaryDirectory();
        await using var demo = ChildProcess.Start(Programs.Demo, ["--seconds", "120", "--out", folder.File("out"), "--lang", "en"]);
        await demo.WaitForLine("readings", TimeSpan.FromSeconds(60));

        using (var broker = Process.GetProcessById(ChildOf(demo.Id, "broker", "mosquitto")))
            broker.Kill();

        Assert.Equal(1, await demo.WaitForExit(TimeSpan.FromSeconds(60)));
        Assert.Contains("the broker was ended by signal 9, from outside", Columns.Unfold($"{demo.Output}\n{demo.Error}".Split('\n').Select(l => l.Trim())), StringComparison.Ordinal);
    }

    private static int ChildOf(int parent, params string[] called) => Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(n => int.TryParse(n, out _)).Select(int.Parse!).First(process =>
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == $"{parent}" && called.Any(File.ReadAllText($"/proc/{process}/cmdline").Contains);
        }
        catch (IOException)
        {
            return false;
        }
    });

    [Fact]
    public async Task A_folder_that_is_not_its_own_is_left_alone()
    {
        using var folder = new TemporaryDirectory();
        var precious = folder.Write("precious.txt", "not yours");

        var run = await ProgramRun.Of(Programs.Demo, "--seconds", "5", "--out", folder.Path, "--lang", "en");

        Assert.NotEqual(0, run.Code);
        Assert.Contains(folder.Path, run.Said(), StringComparison.Ordinal);
        Assert.Equal("not yours", await File.ReadAllTextAsync(precious));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("en", "a draft is used", "(from the recording)", "(from the built-in bench)")]
    [InlineData("zh", "已自动拟定", "（来自实测记录）", "（来自内置模拟台）")]
    public async Task A_replayed_recording_is_told_apart_from_the_bench_within_eighty_columns(string language, string draft, string recorded, string bench)
    {
        using var folder = new TemporaryDirectory();
        var recording = folder.Write("an unknown one.csv", "time,Inlet\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"2026-10-01 00:00:{i:00},{i % 7}.5\n")));

        var run = await ProgramRun.Of(Programs.Demo, "--seconds", "1", "--recording", recording, "--out", folder.File("an out"), "--lang", language);

        Assert.True(run.Code == 0, run.Said());
        Assert.Contains(draft, Columns.Unfold(run.Output.Split('\n').Select(l => l.Trim())), StringComparison.Ordinal);
        Assert.Contains($"  inlet.edge {recorded}", run.Output, StringComparison.Ordinal);
        Assert.Contains($"  water.tap.ph.edge {bench}", run.Output, StringComparison.Ordinal);
        Assert.Contains("an unknown one.csv", await File.ReadAllTextAsync(folder.File("an out/logs/simulator.log")), StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n').Where(l => !l.Contains('/', StringComparison.Ordinal)), l => Assert.InRange(Columns.Of(l), 0, 80));
        var check = string.Join('\n', run.Output.TrimEnd().Split('\n').TakeLast(2)).Replace("./edge verify", Programs.Verify, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.Of("/bin/sh", "-c", check)).Code);
    }

    private static async Task<string> ShowAsync(string folder, string seconds, params string[] more)
    {
        var run = await ProgramRun.Of(Programs.Demo, ["--seconds", seconds, "--out", folder, "--lang", "en", .. more]);

        Assert.True(run.Code == 0, run.Said());
        Assert.Matches(@"\n  starting broker \((mosquitto|MQTTnet\.Server)\)\n", run.Output);
        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.DoesNotContain("", lines);
        Assert.Equal(lines.Where(IsOfOneSecond).Distinct(), lines.Where(IsOfOneSecond));
        Assert.Contains("/tap. To look for longer: ./edge demo --seconds 600", Columns.Unfold(run.Output.Split('\n').Select(l => l.Trim())), StringComparison.Ordinal);
        var evidence = Directory.GetFiles(Path.Combine(folder, "evidence"), "*.edge");
        foreach (var domain in new[] { "main.", "power.", "water." })
            Assert.Contains(evidence, f => Path.GetFileName(f).StartsWith(domain, StringComparison.Ordinal));
        foreach (var file in evidence)
        {
            var verified = await ProgramRun.Of(Programs.Verify, file, "--policy", Path.Combine(folder, "policy.txt"));
            Assert.True(verified.Code == 0, verified.Said());
        }

        return run.Output;
    }

    private static bool IsOfOneSecond(string line) => line.Contains(" s  readings ", StringComparison.Ordinal);
}
