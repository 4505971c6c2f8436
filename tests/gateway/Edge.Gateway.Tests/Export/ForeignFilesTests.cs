using System.Diagnostics;
using Edge.Gateway.Export;
using Edge.Store.Log;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Gateway.Tests.Export;

/// <summary>A folder that is exported to may hold what others put there.</summary>
public sealed class ForeignFilesTests : IDisposable
{
    private readonly ExportedFolder _folder = new();
    private readonly TemporaryDirectory _outside = new();
    private readonly SizedLog _log = new(600);

    public void Dispose()
    {
        _log.Dispose();
        _outside.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Files_that_are_not_of_an_export_stay()
    {
        Export();
        var cat = Write("tile/photos.p/cat.jpg");
        var odd = Write("tile/0/002.p/cat.jpg");
        Directory.CreateDirectory(_folder.At("tile/empty.p"));
        var old = Write("tile/0/002.p/7");
        var cut = Write("tile/0/002.p/9.part");

        Export();

        Assert.Equal((true, true, true, false, false), (File.Exists(cat), File.Exists(odd), Directory.Exists(_folder.At("tile/empty.p")), File.Exists(old), File.Exists(cut)));
    }

    [Fact]
    public void A_folder_without_a_checkpoint_that_holds_more_than_tiles_is_refused()
    {
        var cat = Write("tile/photos.p/cat.jpg");

        Assert.Contains("holds something else (tile/photos.p/cat.jpg)", Refusal(), StringComparison.Ordinal);
        Assert.True(File.Exists(cat));
    }

    [Fact]
    public void No_folder_is_entered_through_a_link()
    {
        Export();
        var outside = _outside.Write("7", "mine");
        Directory.CreateSymbolicLink(_folder.At("tile/0/003.p"), _outside.Path);
        Directory.CreateSymbolicLink(_folder.At("tile/0/loop"), _folder.At("tile"));

        Export();

        Assert.Equal("mine", File.ReadAllText(outside));
    }

    [Theory]
    [InlineData("checkpoint")]
    [InlineData("checkpoint.part")]
    [InlineData("tile/0/000.part")]
    [InlineData("tile/0/000")]
    public void Nothing_is_read_or_written_through_a_link(string name)
    {
        var outside = _outside.Write("mine", "mine");
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.At(name))!);
        File.CreateSymbolicLink(_folder.At(name), outside);

        Assert.StartsWith($"{_folder.At(name)} is in the way", Refusal(), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(outside));
    }

    [Fact]
    public void No_tile_is_written_through_a_link_to_a_folder()
    {
        Directory.CreateDirectory(_folder.At("tile"));
        Directory.CreateSymbolicLink(_folder.At("tile/entries"), _outside.Path);

        // Without a checkpoint a link is something else; with one it is in the way.
        Assert.Contains("holds something else (tile/entries)", Refusal(), StringComparison.Ordinal);
        Directory.Delete(_folder.At("tile/entries"));
        Export();
        Directory.Delete(_folder.At("tile/entries"), recursive: true);
        Directory.CreateSymbolicLink(_folder.At("tile/entries"), _outside.Path);

        Assert.StartsWith($"{_folder.At("tile/entries")} is in the way", Refusal(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_outside.Path));
    }

    [Theory]
    [InlineData("checkpoint")]
    [InlineData("checkpoint.part")]
    [InlineData("tile/0/000.part")]
    [InlineData("tile/entries/000")]
    public void A_pipe_or_a_folder_in_a_files_place_is_refused(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.At(name))!);
        using (var made = Process.Start("mkfifo", [_folder.At(name)]))
            made.WaitForExit();
        Assert.StartsWith($"{_folder.At(name)} is in the way", Refusal(), StringComparison.Ordinal);

        File.Delete(_folder.At(name));
        Directory.CreateDirectory(_folder.At(name));
        Assert.StartsWith($"{_folder.At(name)} is in the way", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_of_any_length_is_refused_in_little_memory()
    {
        Directory.CreateDirectory(_folder.Path);
        using (var file = File.OpenHandle(_folder.At("checkpoint"), FileMode.CreateNew, FileAccess.Write))
            RandomAccess.SetLength(file, 1L << 31);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("is not a checkpoint", Refusal(), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024 * 1024);
    }

    private string Write(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.At(name))!);
        File.WriteAllText(_folder.At(name), "mine");
        return _folder.At(name);
    }

    private void Export()
    {
        using var reader = LogFolder.OpenReader(_log.Folder);
        new TileExport(new LogView(reader), ExportWords.English, _ => { }).Write(_folder.Path, false, CancellationToken.None);
    }

    private string Refusal() => Assert.Throws<ExportException>(Export).Message;
}
