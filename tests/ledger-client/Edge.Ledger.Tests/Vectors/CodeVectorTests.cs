using System.Text.Json;
using Edge.Ledger.Codes;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>The vectors of QR codes, read from their file alone.</summary>
public sealed class CodeVectorTests
{
    private static readonly JsonElement Vectors = VectorFile.Read("codes");

    [Fact]
    public void Texts_tell_the_files_given() => Assert.All(
        Vectors.GetProperty("files").EnumerateArray(), v => Assert.Equal(VectorFile.Bytes(v.GetProperty("file")), EvidenceCode.Read(Texts(v)).File!));

    [Fact]
    public void What_tells_none_is_refused_for_the_reason_given() => Assert.All(Vectors.GetProperty("refused").EnumerateArray(), v =>
    {
        var read = EvidenceCode.Read(Texts(v));
        Assert.Null(read.File);
        Assert.Equal(v.GetProperty("why").GetString(), CodeVectors.Word(read.Fault));
    });

    private static string[] Texts(JsonElement vector) => [.. vector.GetProperty("texts").EnumerateArray().Select(text => text.GetString()!)];
}
