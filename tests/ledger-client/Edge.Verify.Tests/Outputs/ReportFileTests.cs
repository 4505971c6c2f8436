using Edge.Testing;
using Edge.Verify.Outputs;
using Edge.Verify.Reports.Html;

namespace Edge.Verify.Tests.Outputs;

public sealed class ReportFileTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_replaces_an_earlier_page_and_an_empty_file()
    {
        var path = _folder.Write("page.html", "");
        ReportFile.Write(path, s => s.Write([.. HtmlPage.Start, .. "a long first page"u8]));
        ReportFile.Write(path, s => s.Write([.. HtmlPage.Start, .. "second"u8]));
        Assert.Equal([.. HtmlPage.Start, .. "second"u8], File.ReadAllBytes(path));
    }

    [Fact]
    public void It_never_replaces_anything_else()
    {
        foreach (var mine in new[] { "edge-evidence/v1\n...", "<", "<!DOCTYPE html>\n<html>my homepage</html>" })
        {
            var path = _folder.Write("mine", mine);
            Assert.Equal(OutputFault.NotAReport, Assert.Throws<OutputException>(() => ReportFile.Write(path, s => s.Write("x"u8))).Fault);
            Assert.Equal(mine, File.ReadAllText(path));
        }
    }

    [Fact]
    public void An_accusation_replaces_nothing_but_an_empty_file()
    {
        var path = _folder.Write("accusation", "");
        ReportFile.Write(path, s => s.Write(HtmlPage.Start), OutputKind.Accusation);
        var e = Assert.Throws<OutputException>(() => ReportFile.Write(path, s => s.Write("x"u8), OutputKind.Accusation));
        Assert.Equal((OutputKind.Accusation, OutputFault.AlreadyThere), (e.Kind, e.Fault));
        Assert.Equal(HtmlPage.Start, File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData(OutputKind.Report)]
    [InlineData(OutputKind.Accusation)]
    public void What_could_not_be_finished_does_not_stay(OutputKind kind)
    {
        var path = _folder.File("page.html");
        var e = Assert.Throws<OutputException>(() => ReportFile.Write(path, FillTheDisk, kind));
        Assert.Equal((OutputFault.CannotWrite, "No space left on device"), (e.Fault, e.Detail));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void An_earlier_page_outlives_one_that_could_not_be_finished_through_a_link_as_well()
    {
        var page = _folder.File("page.html");
        ReportFile.Write(page, s => s.Write(HtmlPage.Start));
        File.CreateSymbolicLink(_folder.File("link"), "page.html");

        foreach (var path in new[] { page, _folder.File("link") })
            Assert.Throws<OutputException>(() => ReportFile.Write(path, FillTheDisk));

        Assert.Equal(HtmlPage.Start, File.ReadAllBytes(page));
        Assert.Equal("page.html", new FileInfo(_folder.File("link")).LinkTarget);
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    [Theory]
    [InlineData("earlier.html")]
    [InlineData("empty.html")]
    [InlineData("new.html")]
    public void A_link_is_written_through_to_an_earlier_page_an_empty_file_or_nothing_yet(string target)
    {
        ReportFile.Write(_folder.File("earlier.html"), s => s.Write(HtmlPage.Start));
        _folder.Write("empty.html", "");
        _folder.Write("deep/folder/x", "");
        Directory.CreateSymbolicLink(_folder.File("way"), "deep/folder");
        File.CreateSymbolicLink(_folder.File("deep/folder/link"), $"../../{target}");

        ReportFile.Write(_folder.File("way/link"), s => s.Write([.. HtmlPage.Start, .. "second"u8]));

        Assert.Equal([.. HtmlPage.Start, .. "second"u8], File.ReadAllBytes(_folder.File(target)));
        Assert.Equal($"../../{target}", new FileInfo(_folder.File("deep/folder/link")).LinkTarget);
    }

    [Fact]
    public void A_replaced_page_stays_as_private_as_it_was()
    {
        var page = _folder.File("page.html");
        ReportFile.Write(page, s => s.Write(HtmlPage.Start));
        File.SetUnixFileMode(page, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        ReportFile.Write(page, s => s.Write([.. HtmlPage.Start, .. "second"u8]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(page));
    }

    [Theory]
    [InlineData("", OutputFault.IsDirectory)]
    [InlineData("none/page.html", OutputFault.NoFolder)]
    public void A_place_that_is_none_is_named(string place, OutputFault fault) =>
        Assert.Equal(fault, Assert.Throws<OutputException>(() => ReportFile.Write(_folder.File(place), _ => { })).Fault);

    [Fact]
    public async Task A_named_pipe_is_refused_and_not_waited_for()
    {
        using (var made = System.Diagnostics.Process.Start("mkfifo", [_folder.File("pipe")]))
            made.WaitForExit();
        var writing = Task.Run(() => Assert.Throws<OutputException>(() => ReportFile.Write(_folder.File("pipe"), s => s.Write("x"u8))).Fault);

        Assert.Equal(OutputFault.NotAFile, await writing.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void A_device_is_left_in_its_place()
    {
        ReportFile.Write("/dev/null", s => s.Write("x"u8));
        Assert.Throws<OutputException>(() => ReportFile.Write("/dev/full", s => s.Write("x"u8)));
        Assert.True(File.Exists("/dev/null") && File.Exists("/dev/full"));
    }

    [DiskFact]
    public void A_disk_is_never_written()
    {
        var disk = _folder.File("disk");
        using (var made = System.Diagnostics.Process.Start("mknod", [disk, "b", "1", "255"]))
            made.WaitForExit();
        Assert.Equal(OutputFault.NotAFile, Assert.Throws<OutputException>(() => ReportFile.Write(disk, s => s.Write("x"u8))).Fault);
    }

    private static void FillTheDisk(Stream stream)
    {
        stream.Write(HtmlPage.Start);
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        full.Write(HtmlPage.Start);
    }
}
