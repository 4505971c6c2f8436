using System.Globalization;
using System.Text.RegularExpressions;
using Edge.Processes;
using Edge.Store.Segments;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>A device that does not give what is stored (EIO on a file while the log is opened): that is damage, told once, and the log goes on with all the rest.</summary>
public sealed partial class UnreadableFileTests : IDisposable
{
    private const ulong Size = 600;
    private const string Newest = "newest segment";

    private static readonly SegmentOptions Options = new() { Bytes = 8 * 1024, Ahead = 4 * 1024 };

    private readonly TemporaryDirectory _directory = new();
    private readonly NaiveTree _naive = new();

    public UnreadableFileTests()
    {
        using var log = SampleLog.Open(LogPath, Options);
        for (var i = 0; i < 60; i++)
            SampleLog.Append(log, 10, seal: i % 5 == 4);
        log.PutState("key", "value"u8);
    }

    private string LogPath => _directory.File("log");

    public void Dispose() => _directory.Dispose();

    [StraceTheory]
    [InlineData("pread64", "index.db", 0, "index.db: the device does not give what is stored there")]
    [InlineData("pread64", "hashes.0", 0, null)]
    [InlineData("pread64", "hashes.1", 0, null)]
    [InlineData("pread64", "sealed", 0, null)]
    [InlineData("pread64", Newest, 400, "the end of the newest segment was damaged")]
    [InlineData("openat", "index.db", 0, "index.db: the device does not let it be opened")]
    [InlineData("openat", "hashes.0", 0, "hashes.0: the device does not let it be opened")]
    [InlineData("openat", "sealed", 0, "sealed: the device does not let it be opened")]
    [InlineData("openat", Newest, 400, "the device does not let it be opened. What it held is lost, and it stays where it is")]
    public async Task A_file_that_cannot_be_read_costs_what_only_it_holds(string call, string name, int most, string? told)
    {
        var file = Path.Combine(LogPath, name == Newest ? Path.GetFileName(Segments()[^1]) : name);
        var before = name == Newest ? File.ReadAllBytes(file) : [];

        // What is put aside and made again has the same name: that one works.
        var moved = (call, name) switch
        {
            (_, Newest) or ("pread64", "sealed") => "",
            // Whose index it is, is looked for before.
            ("openat", "index.db") => ":when=1..2",
            ("openat", _) => ":when=1",
            ("pread64", "index.db") => ":when=1..3",
            _ => ":when=1..20",
        };
        var said = await WriteAsync(file, $"inject={call}:error=EIO{moved}", Size + 20);

        var damage = said.Where(l => l.StartsWith("damaged", StringComparison.Ordinal)).ToList();
        Assert.True(told is not null == damage.Count > 0, string.Join('\n', said));
        Assert.Contains(told ?? "", string.Join('\n', damage), StringComparison.Ordinal);
        Assert.InRange(Lost(damage), most == 0 ? 0 : 1, most);
        Assert.Contains($"opened {Size}", said);
        if (name == Newest)
            Assert.Equal(before, File.ReadAllBytes(file));
        RequireRest(Lost(damage));
    }

    [StraceTheory]
    [InlineData("pread64")]
    [InlineData("openat")]
    public async Task While_the_device_gives_no_segment_at_all_nothing_is_touched(string call)
    {
        var before = Directory.GetFiles(LogPath).Order(StringComparer.Ordinal).ToList();
        await using var writer = Start(Segments().Append(Path.Combine(LogPath, "index.db")), $"inject={call}:error=EIO", Size + 20);

        Assert.NotEqual(0, await writer.WaitForExit(TimeSpan.FromSeconds(60)));

        Assert.Contains("gives none of the log's segments", string.Join('\n', writer.Error.All), StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(LogPath).Order(StringComparer.Ordinal));
        using var log = SampleLog.Open(LogPath, Options);
        Assert.Empty(log.Damage);
        Assert.Equal(_naive.Root(Size), log.Root);
    }

    [StraceTheory]
    [InlineData("3..6", null)]
    [InlineData("3..60", "the device does not give")]
    public async Task A_device_that_fails_for_a_while_costs_at_most_what_it_did_not_give(string when, string? told)
    {
        var said = await WriteAsync(Segments()[^1], $"inject=pread64:error=EIO:when={when}", Size + 20);

        var damage = said.Where(l => l.StartsWith("damaged", StringComparison.Ordinal)).ToList();
        Assert.True(told is not null == damage.Count > 0, string.Join('\n', said));
        Assert.Contains(told ?? "", string.Join('\n', damage), StringComparison.Ordinal);
        RequireRest(Lost(damage));
    }

    private List<string> Segments() => [.. Directory.GetFiles(LogPath, "*.seg").Order(StringComparer.Ordinal)];

    /// <summary>The fault has ended: what was there before, but for what was told as lost, is there, and no word is said again.</summary>
    private void RequireRest(int lost)
    {
        using var log = SampleLog.Open(LogPath, Options);
        Assert.Empty(log.Damage);
        Assert.InRange(log.Size, Size + 20, Size + 27);
        Assert.Equal(_naive.Root(log.Size), log.Root);
        var missing = 0;
        for (ulong index = 0; index < log.Size; index++)
        {
            try
            {
                Assert.Equal(SampleLog.Entry(index), log.View.ReadEntry(index));
            }
            catch (LogDamagedException)
            {
                missing++;
            }
        }

        Assert.InRange(missing, 0, lost);
        Assert.Equal(_naive.Inclusion(599, log.Size), log.View.Inclusion(599, log.Size));
    }

    private async Task<List<string>> WriteAsync(string file, string fault, ulong end)
    {
        await using var writer = Start([file], fault, end);
        Assert.True(await writer.WaitForExit(TimeSpan.FromSeconds(60)) == 0, string.Join('\n', writer.Error.All));
        return [.. writer.Output.All];
    }

    private static int Lost(List<string> damage) => damage.Sum(l => int.Parse(LostEntries().Match(l).Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^damaged [0-9]+\+([0-9]+) ")]
    private static partial Regex LostEntries();

    private ChildProcess Start(IEnumerable<string> files, string fault, ulong end) => ChildProcess.Start(
        StraceTheoryAttribute.Program,
        ["-f", "-qq", "-o", _directory.File("calls"), .. files.SelectMany(f => new[] { "-P", f }), "-e", $"trace={fault[7..fault.IndexOf(':', StringComparison.Ordinal)]}", "-e", fault, Programs.Find("Edge.Store.Tests", "Edge.Store.Tests"), LogPath, "8192", $"{end}"]);
}
