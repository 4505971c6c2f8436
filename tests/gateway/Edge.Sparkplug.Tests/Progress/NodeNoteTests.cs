using Edge.Ledger.Historian;
using Edge.Sparkplug.Progress;
using Edge.Testing;

namespace Edge.Sparkplug.Tests.Progress;

public sealed class NodeNoteTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    private string File => _folder.File("sparkplug.txt");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_again()
    {
        var told = new IndexSet();
        told.Add(0, 12);
        told.Add(40, 1_000_000);
        var note = new NodeNote(File);
        note.Write(3, new IndexSet());
        note.Write(255, told);

        Assert.Equal("edge-sparkplug/v1\nbdseq 255\nedge-held/v1\n0 12\n40 1000000\n", System.IO.File.ReadAllText(File));
        var read = new NodeNote(File).Read();
        Assert.Equal((byte)255, read!.Value.Session);
        Assert.Equal(told.Spans, read.Value.Told.Spans);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("edge-sparkplug/v2\nbdseq 1\nedge-held/v1\n")]
    [InlineData("edge-sparkplug/v1\nbdseq 256\nedge-held/v1\n")]
    [InlineData("edge-sparkplug/v1\nbdseq -1\nedge-held/v1\n")]
    [InlineData("edge-sparkplug/v1\nbdseq 1")]
    [InlineData("edge-sparkplug/v1\nbdseq 1\nedge-held/v1\n5 3\n")]
    public void One_that_is_missing_or_damaged_is_none(string? text)
    {
        if (text is not null)
            _folder.Write("sparkplug.txt", text);

        Assert.Null(new NodeNote(File).Read());
    }
}
