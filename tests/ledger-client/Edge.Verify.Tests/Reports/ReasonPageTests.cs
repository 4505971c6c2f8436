using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;
using Edge.Testing;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Reports;

/// <summary>The pages that say what a reason means, against the table and the words that the programs use.</summary>
public sealed class ReasonPageTests
{
    [Theory]
    [InlineData("README.md", Language.English)]
    [InlineData("README.zh.md", Language.Chinese)]
    public void A_page_has_every_reason_with_its_words_its_category_and_its_codes(string page, Language language)
    {
        var words = language == Language.English ? FieldWords.English : FieldWords.Chinese;
        var rows = File.ReadAllLines(Path.Combine(Programs.RepositoryRoot, "ledger-client", "Edge.Verify", page)).Where(l => l.StartsWith("| `", StringComparison.Ordinal));

        Assert.Equal(
            ReasonMeaning.All.Where(m => m.Reason != Reason.None).Select(m =>
                $"| `{JsonNamingPolicy.SnakeCaseLower.ConvertName(m.Reason.ToString())}` | {words.Of(m.Reason)} | {words.Of(m.Category)} | {m.Doubted} | {m.Failed} |"),
            rows);
    }

    [Fact]
    public void A_report_says_what_a_reason_is_to_those_who_know_ne_107_and_opc_ua()
    {
        Assert.Equal(
            "bad: loop current below 3.6 mA (broken wire or no supply); NE 107: failure; OPC UA: BadSensorFailure",
            Languages.Phrases(Language.English).QualityAndMeaning(Quality.Bad, Reason.LoopLow));
        Assert.Equal(
            "可疑：长时间不变；NE 107：需要维护；OPC UA：UncertainLastUsableValue",
            Languages.Phrases(Language.Chinese).QualityAndMeaning(Quality.Uncertain, Reason.FlatLine));
        Assert.Equal("good", Languages.Phrases(Language.English).QualityAndMeaning(Quality.Good, Reason.None));
    }
}
