using System.Text;
using Edge.Ledger.Codes;

namespace Edge.Ledger.Tests.Codes;

public sealed class EvidenceCodeTests
{
    private static byte[] File(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)((i * 31) ^ (i >> 3)))];

    [Theory]
    [InlineData("AB", "BB8")]
    [InlineData("Hello!!", "%69 VD92EX0")]
    [InlineData("base-45", "UJCLQE7W581")]
    [InlineData("ietf!", "QED8WEX0")]
    [InlineData("", "")]
    public void Base45_is_that_of_RFC_9285(string text, string coded)
    {
        Assert.Equal(coded, Base45.Encode(Encoding.ASCII.GetBytes(text)));
        Assert.Equal(text, Encoding.ASCII.GetString(Base45.Decode(coded)!));
    }

    [Theory]
    [InlineData("GGW")]
    [InlineData(":::")]
    [InlineData("::")]
    [InlineData("A")]
    [InlineData("ab8")]
    [InlineData("BB8B")]
    public void What_is_not_Base45_is_refused(string text) => Assert.Null(Base45.Decode(text));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2590, 1)]
    [InlineData(2860, 1)]
    [InlineData(2861, 2)]
    [InlineData(9000, 4)]
    public void A_file_takes_as_few_codes_as_can_hold_it_and_comes_out_of_them_again(int length, int parts)
    {
        var file = File(length);

        Assert.Equal(parts, EvidenceCode.Parts(length));
        var texts = EvidenceCode.Of(file, parts);

        Assert.All(texts, t => Assert.InRange(t.Length, 6, EvidenceCode.MostCharacters));
        Assert.All(texts, t => Assert.Matches("^[0-9A-Z $%*+./:-]*$", t));
        Assert.Equal(file, EvidenceCode.Read([.. texts.Reverse(), texts[0]]).File);
    }

    [Fact]
    public void What_tells_no_file_is_said_to_be_what_it_is()
    {
        var texts = EvidenceCode.Of(File(3000), 3);
        var others = EvidenceCode.Of(File(3001), 3);
        var whole = EvidenceCode.Of(File(5), 1)[0];

        Assert.Equal((CodeFault.Missing, "2, 3/3"), Why(texts[0], texts[0]));
        Assert.Equal((CodeFault.Several, ""), Why(texts[0], texts[1], others[2]));
        Assert.Equal((CodeFault.Several, ""), Why(whole, EvidenceCode.Of(File(6), 1)[0]));
        Assert.Equal((CodeFault.Differ, "3"), Why(texts[0], texts[1], texts[2][..^3] + "000"));
        Assert.Equal((CodeFault.Other, ""), Why());
        Assert.Equal((CodeFault.Other, "WIFI:S:x;;"), Why("WIFI:S:x;;"));
        Assert.Equal((CodeFault.Other, "EDGE1"), Why("EDGE1"));
        Assert.Equal((CodeFault.Address, "https://example.com/"), Why(whole, "https://example.com/"));
        Assert.Equal((CodeFault.Address, $"HTTP://{new string('x', 73)}"), Why($"HTTP://{new string('x', 100)}"));
        Assert.Equal((CodeFault.Newer, "2"), Why("EDGE2:BB8"));
        Assert.Equal((CodeFault.Newer, "01"), Why("EDGE01:BB8"));
        Assert.Equal(File(3000), EvidenceCode.Read(texts).File);
        Assert.Equal([], EvidenceCode.Read(["EDGE1:"]).File!);
    }

    [Theory]
    [InlineData("EDGE1:GGW")]
    [InlineData("EDGE1:bb8")]
    [InlineData("EDGE1:BB8\n")]
    [InlineData("EDGE1/1/1/00000000:BB8")]
    [InlineData("EDGE1/3/2/00000000:BB8")]
    [InlineData("EDGE1/0/2/00000000:BB8")]
    [InlineData("EDGE1/01/2/00000000:BB8")]
    [InlineData("EDGE1/1/17/00000000:BB8")]
    [InlineData("EDGE1/1/2/0000000:BB8")]
    [InlineData("EDGE1/1/2/0000000a:BB8")]
    [InlineData("EDGE1/1/2:BB8")]
    public void What_is_not_in_the_form_is_damaged(string text) => Assert.Equal((CodeFault.Damaged, ""), Why(text));

    [Fact]
    public void No_code_is_longer_than_the_largest()
    {
        Assert.Equal(CodeFault.None, EvidenceCode.Read([$"EDGE1:{new string('0', 4290)}"]).Fault);
        Assert.Equal(CodeFault.Damaged, EvidenceCode.Read([$"EDGE1:{new string('0', 4293)}"]).Fault);
    }

    [Theory]
    [InlineData("EDGE1:BB8\r\n\nEDGE1:BB8", "EDGE1:BB8|EDGE1:BB8")]
    [InlineData("EDGE1:BB8 ", "EDGE1:BB8 ")]
    [InlineData("https://x/", "https://x/")]
    [InlineData("edge-evidence/v2\n", null)]
    [InlineData("EDGE:", null)]
    [InlineData("", null)]
    public void A_file_of_codes_has_one_in_a_line(string file, string? lines) =>
        Assert.Equal(lines, CodeLines.Of(Encoding.UTF8.GetBytes(file)) is { } found ? string.Join('|', found) : null);

    private static (CodeFault Fault, string Detail) Why(params string[] texts) => EvidenceCode.Read(texts) is { File: null } none ? (none.Fault, none.Detail) : (CodeFault.None, "");
}
