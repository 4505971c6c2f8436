using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tests.Stacks;
using Edge.Testing;

namespace Edge.Store.Tests.Segments;

/// <summary>A log whose index the other stack's programs kept: it is not damaged, and not this program's to touch.</summary>
public sealed class OtherStackTests : IDisposable
{
    private static readonly SegmentOptions Options = new() { Bytes = 8 * 1024, Ahead = 4 * 1024 };

    private readonly TemporaryDirectory _directory = new();
    private readonly byte[] _others = new byte[16_384];

    public OtherStackTests()
    {
        using (var log = SampleLog.Open(LogPath, Options))
            SampleLog.Grow(log, 600, group: 50);
        IndexFileNames.OtherStacksMark.CopyTo(_others.AsSpan(IndexFileNames.OtherStacksMarkAt));
        foreach (var file in Directory.GetFiles(LogPath, "index.db*"))
            File.Delete(file);
        File.WriteAllBytes(Index, _others);
    }

    private string LogPath => _directory.File("log");

    private string Index => Path.Combine(LogPath, "index.db");

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Neither_writer_nor_reader_takes_it_both_name_the_stack_and_nothing_is_touched(bool reads)
    {
        var before = Directory.GetFileSystemEntries(LogPath).Order(StringComparer.Ordinal).ToList();

        var told = Assert.Throws<OtherStackException>(() =>
        {
            using IDisposable opened = reads ? LogFolder.OpenReader(LogPath) : SampleLog.Open(LogPath, Options);
        });

        Assert.StartsWith($"{Index} was kept by a program of the stack {IndexFileNames.OtherStack}, and this one is built on {IndexFileNames.Stack}.", told.Message, StringComparison.Ordinal);
        Assert.Equal(_others, File.ReadAllBytes(Index));
        Assert.Equal(before, Directory.GetFileSystemEntries(LogPath).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Moved_away_it_is_made_again_and_the_log_goes_on()
    {
        File.Move(Index, _directory.File("index.db"));

        using var log = SampleLog.Open(LogPath, Options);

        Assert.Equal(600ul, log.Size);
        var told = Assert.Single(log.Damage);
        Assert.True(told.IsByHand);
        Assert.StartsWith($"{Index} was not there, although its segments are: somebody has removed it", told.What, StringComparison.Ordinal);
    }
}
