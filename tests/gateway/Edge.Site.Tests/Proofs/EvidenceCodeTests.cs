using System.Text;
using Edge.Site.Proofs;

namespace Edge.Site.Tests.Proofs;

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
        Assert.Equal(file, EvidenceCode.Read([.. texts.Reverse()]));
    }

    [Fact]
    public void Parts_that_are_missing_or_of_different_files_or_changed_do_not_make_a_file()
    {
        var texts = EvidenceCode.Of(File(3000), 3);
        var others = EvidenceCode.Of(File(3001), 3);

        Assert.Null(EvidenceCode.Read([texts[0], texts[1]]));
        Assert.Null(EvidenceCode.Read([texts[0], texts[1], others[2]]));
        Assert.Null(EvidenceCode.Read([texts[0], texts[1], texts[2][..^3] + "000"]));
        Assert.Null(EvidenceCode.Read([]));
        Assert.Null(EvidenceCode.Read(["https://example.com/"]));
        Assert.NotNull(EvidenceCode.Read(texts));
    }
}
