using System.Diagnostics;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Verify.Audit;
using Edge.Verify.Inputs;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Audit;

/// <summary>What lies in the folder beside, or instead of, the tree's own files.</summary>
public sealed class FolderTrapTests : IDisposable
{
    private readonly AuditScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_full_tile_or_bundle_in_a_partial_ones_place_is_of_use_and_is_named()
    {
        Widen("tile/0/002", new byte[153 * Hash32.Size]);
        Widen("tile/entries/002", [.. Enumerable.Repeat(new byte[] { 0, 1, 9 }, 153).SelectMany(e => e)]);

        var result = _scene.Audit();

        Assert.Equal((Outcome.ValidBut, 0UL, 615UL), (result.Outcome, result.FaultCount, result.Checked));
        Assert.Equal(["tile/0/002", "tile/entries/002"], result.Findings.Where(f => f.Code == AuditCode.ExtraFile).Select(f => f.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_large_entries_too_each_file_is_read_and_counted_once_and_none_beside_them_is_overlooked()
    {
        using var scene = new AuditScene(day =>
        {
            day.Boot("vkey");
            day.Seal();
            for (var i = 0; i < 5000; i++)
                day.Append(new EventEntry(EntryKind.Maintenance, 5, null, "x", new string('y', 3000), "w"));
            day.Seal();
        });
        var files = Directory.GetFiles(scene.At("tile"), "*", SearchOption.AllDirectories);

        var result = scene.Audit();
        Assert.Equal(
            (Outcome.Valid, (ulong)files.Length, (ulong)files.Sum(f => new FileInfo(f).Length)), (result.Outcome, result.Folder.Files, result.Folder.Bytes));

        File.WriteAllText(scene.At("tile/0/letter.txt"), "x");
        Assert.Equal("tile/0/letter.txt", Assert.Single(scene.Audit().Findings).Path);
    }

    [Fact]
    public void Links_are_named_and_not_followed()
    {
        Directory.CreateSymbolicLink(_scene.At("tile/loop"), _scene.At("tile"));
        Directory.CreateSymbolicLink(_scene.At("tile/0/self"), _scene.At("tile/0/self"));
        File.CreateSymbolicLink(_scene.At("tile/nowhere"), "nothing");

        Assert.Equal(["tile/0/self", "tile/loop", "tile/nowhere"], _scene.Audit().Findings.Select(f => f.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("tile/0/000")]
    [InlineData("tile/entries/001")]
    [InlineData("checkpoint")]
    public void A_file_that_is_a_link_is_refused(string name)
    {
        File.Move(_scene.At(name), _scene.At("moved"));
        File.CreateSymbolicLink(_scene.At(name), _scene.At("moved"));

        var refused = Assert.Throws<InputException>(() => _scene.Audit());
        Assert.Equal((InputFault.CannotRead, _scene.At(name)), (refused.Fault, refused.Path));
        Assert.Contains("it is a link", refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tile")]
    [InlineData("tile/0")]
    [InlineData("tile/entries")]
    [InlineData("tile/1/000.p")]
    public void A_folder_that_is_a_link_is_refused(string name)
    {
        Directory.Move(_scene.At(name), _scene.At("moved"));
        Directory.CreateSymbolicLink(_scene.At(name), _scene.At("moved"));

        var refused = Assert.Throws<InputException>(() => _scene.Audit());
        Assert.Equal((InputFault.CannotRead, _scene.At(name)), (refused.Fault, refused.Path));
        Assert.Contains("it is a link", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void All_files_that_are_not_of_the_log_are_counted_and_a_hundred_named()
    {
        for (var i = 0; i < 130; i++)
            File.WriteAllText(_scene.At($"tile/extra-{i}"), "x");

        var result = _scene.Audit();

        Assert.Equal((130UL, 100), (result.ReservationCount, result.Findings.Count));
        Assert.Equal(7UL, result.Folder.Files);
    }

    [Fact]
    public void What_lies_there_is_counted_as_it_lies_there_also_when_it_is_read_twice_or_not_at_all()
    {
        _scene.Flip("tile/0/001", 40);
        _scene.Flip("tile/1/000.p/2", 40);
        var bytes = (ulong)Directory.GetFiles(_scene.At("tile"), "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length);
        Assert.Equal((7UL, bytes), (_scene.Audit().Folder.Files, _scene.Audit().Folder.Bytes));

        var refused = _scene.Audit(Edge.Ledger.Policies.TrustPolicy.Parse(System.Text.Encoding.UTF8.GetBytes(new Edge.Ledger.Tests.TestKeys(100).PolicyText)));
        Assert.True(refused.IsRefused);
        Assert.Equal((7UL, bytes, 1), (refused.Folder.Files, refused.Folder.Bytes, refused.Findings.Count));
    }

    [Theory]
    [InlineData("tile/0/001")]
    [InlineData("tile/entries/001")]
    [InlineData("checkpoint")]
    public void A_pipe_is_not_waited_for_and_called_what_it_is(string name)
    {
        Pipe(name);

        var refused = Assert.Throws<InputException>(() => _scene.Audit());
        Assert.Equal((InputFault.NotAFile, _scene.At(name)), (refused.Fault, refused.Path));
        Assert.Contains("a pipe, a socket or a device", new EnglishPhrases().Input(refused.Role, refused.Fault, refused.Path, ""), StringComparison.Ordinal);
        Assert.Contains("管道、套接字或设备", new ChinesePhrases().Input(refused.Role, refused.Fault, refused.Path, ""), StringComparison.Ordinal);
    }

    private void Widen(string full, byte[] more)
    {
        File.WriteAllBytes(_scene.At("swap"), [.. File.ReadAllBytes(_scene.At(full + AuditScene.Partial)), .. more]);
        Directory.Delete(_scene.At(full + ".p"), recursive: true);
        File.Move(_scene.At("swap"), _scene.At(full));
    }

    private void Pipe(string name)
    {
        File.Delete(_scene.At(name));
        using var made = Process.Start("mkfifo", [_scene.At(name)]);
        made.WaitForExit();
    }
}
