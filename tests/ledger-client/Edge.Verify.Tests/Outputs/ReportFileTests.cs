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

    [Fact]
    public void A_page_that_could_not_be_finished_does_not_stay()
    {
        var path = _folder.File("page.html");
        var e = Assert.Throws<OutputException>(() => ReportFile.Write(path, s =>
        {
            s.Write(HtmlPage.Start);
            throw new IOException("No space left on device");
        }));
        Assert.Equal((OutputFault.CannotWrite, "No space left on device"), (e.Fault, e.Detail));
        Assert.False(File.Exists(path));
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
}
