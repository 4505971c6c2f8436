using Edge.Ledger.Entries;
using Edge.Ledger.Text;

namespace Edge.Ledger.Tests.Entries;

public sealed class ReasonMeaningTests
{
    public static TheoryData<Reason> Reasons => [.. Enum.GetValues<Reason>()];

    [Fact]
    public void Every_reason_has_exactly_one_row() => Assert.Equal(Enum.GetValues<Reason>(), ReasonMeaning.All.Select(m => m.Reason));

    [Theory]
    [MemberData(nameof(Reasons))]
    public void The_severity_of_a_status_is_the_quality_of_the_reading(Reason reason)
    {
        var meaning = ReasonMeaning.Of(reason)!;

        Assert.All(Enum.GetValues<Quality>(), quality => Assert.Equal(quality, meaning.Status(quality).Quality));
        Assert.All(Enum.GetValues<Quality>(), quality => Assert.StartsWith(quality.ToString(), meaning.Status(quality).Name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_has_one_code_and_a_code_one_name()
    {
        var all = ReasonMeaning.All.SelectMany(m => Enum.GetValues<Quality>().Select(m.Status)).Distinct().ToList();

        Assert.Equal(all.Count, all.Select(s => s.Code).Distinct().Count());
        Assert.Equal(all.Count, all.Select(s => s.Name).Distinct().Count());
        Assert.All(all, s => Assert.Equal(0u, s.Code & 0x3000_FFFF));
    }

    /// <summary>Reason's own text begins with its category: the table says the same.</summary>
    [Theory]
    [InlineData(Reason.None, Ne107.Normal, "Good 0x00000000", Quality.Good)]
    [InlineData(Reason.LoopLow, Ne107.Failure, "BadSensorFailure 0x808C0000", Quality.Bad)]
    [InlineData(Reason.NoAnswer, Ne107.Failure, "BadNoCommunication 0x80310000", Quality.Bad)]
    [InlineData(Reason.LoopOverrange, Ne107.OutOfSpecification, "UncertainSensorNotAccurate 0x40930000", Quality.Uncertain)]
    [InlineData(Reason.OutOfRange, Ne107.OutOfSpecification, "UncertainEngineeringUnitsExceeded 0x40940000", Quality.Uncertain)]
    [InlineData(Reason.RateOfChange, Ne107.OutOfSpecification, "Uncertain 0x40000000", Quality.Uncertain)]
    [InlineData(Reason.FlatLine, Ne107.MaintenanceRequired, "UncertainLastUsableValue 0x40900000", Quality.Uncertain)]
    [InlineData(Reason.CalibrationLost, Ne107.MaintenanceRequired, "BadConfigurationError 0x80890000", Quality.Bad)]
    [InlineData(Reason.WarmUp, Ne107.CheckFunction, "Uncertain 0x40000000", Quality.Uncertain)]
    [InlineData(Reason.Maintenance, Ne107.CheckFunction, "UncertainTransducerInManual 0x42080000", Quality.Uncertain)]
    public void A_reason_is_in_its_category_and_has_the_published_code(Reason reason, Ne107 category, string status, Quality quality) =>
        Assert.Equal((category, status), (ReasonMeaning.Of(reason)!.Category, ReasonMeaning.Of(reason)!.Status(quality).ToString()));

    [Fact]
    public void A_reason_of_a_later_version_has_no_row() => Assert.Null(ReasonMeaning.Of((Reason)250));

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_category_has_words_of_its_own_in_both_languages(Reason reason)
    {
        var category = ReasonMeaning.Of(reason)!.Category;

        Assert.All(new[] { FieldWords.English, FieldWords.Chinese }, words => Assert.DoesNotContain(category.ToString(), words.Of(category), StringComparison.Ordinal));
        Assert.Single(Enum.GetValues<Ne107>(), c => FieldWords.Chinese.Of(c) == FieldWords.Chinese.Of(category));
    }
}
