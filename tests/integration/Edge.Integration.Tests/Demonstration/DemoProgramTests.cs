using Edge.Integration.Tests.Towns;
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
    [InlineData("--seconds", "0")]
    [InlineData("--recording", "no-such-file.csv")]
    [InlineData("--surprise", "1")]
    public async Task Wrong_usage_is_said_and_starts_nothing(string option, string value)
    {
        var run = await ProgramRun.Of(Programs.Demo, option, value);

        Assert.Equal(2, run.Code);
        Assert.Contains(option, run.Said(), StringComparison.Ordinal);
    }

    private static async Task ShowAsync(string folder, string seconds)
    {
        var run = await ProgramRun.Of(Programs.Demo, "--seconds", seconds, "--out", folder, "--lang", "en");

        Assert.True(run.Code == 0, run.Said());
        var evidence = Directory.GetFiles(Path.Combine(folder, "evidence"), "*.edge");
        foreach (var domain in new[] { "main.", "power.", "water." })
            Assert.Contains(evidence, f => Path.GetFileName(f).StartsWith(domain, StringComparison.Ordinal));
        foreach (var file in evidence)
        {
            var verified = await ProgramRun.Of(Programs.Verify, file, "--policy", Path.Combine(folder, "policy.txt"));
            Assert.True(verified.Code == 0, verified.Said());
        }
    }
}
