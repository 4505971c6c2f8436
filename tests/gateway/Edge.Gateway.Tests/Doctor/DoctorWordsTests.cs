using Edge.Gateway.Doctor;
using Edge.Gateway.Doctor.Words;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Doctor;

/// <summary>Every symptom and every reason, in both languages: what was found, and which wire or setting to touch.</summary>
public sealed class DoctorWordsTests
{
    public static IEnumerable<object[]> Symptoms => Enum.GetValues<Symptom>().Select(s => new object[] { s });

    public static IEnumerable<object[]> Reasons => Enum.GetValues<Reason>().Where(r => r != Reason.None).Select(r => new object[] { r });

    [Theory]
    [MemberData(nameof(Symptoms))]
    public void Every_symptom_has_its_words_and_those_that_are_not_well_their_advice(Symptom symptom)
    {
        var check = Check(Topic.Device, symptom);
        Assert.NotEmpty(DoctorWords.English.Found(check));
        Assert.NotEmpty(DoctorWords.Chinese.Found(check));
        foreach (var words in new[] { DoctorWords.English, DoctorWords.Chinese })
        {
            Assert.Equal(check.Verdict == Verdict.Ok, words.Advice(check) is null);
            Assert.False(words.Found(check).EndsWith('.') || words.Found(check).EndsWith('。'));
        }

        if (check.Verdict != Verdict.Ok)
            IsAdvice(check);
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_of_a_reading_that_is_not_good_has_its_own_advice(Reason reason)
    {
        var check = Check(Topic.Channel, Symptom.ReadingAbsent) with { Reason = reason };
        IsAdvice(check);
        foreach (var other in Enum.GetValues<Reason>().Where(r => r != reason && r != Reason.None))
            Assert.NotEqual(DoctorWords.English.Advice(check with { Reason = other }), DoctorWords.English.Advice(check));
    }

    [Theory]
    [InlineData(Reason.LoopLow, "AIN2 of ads1115 (i2c-1 0x49)", "ads1115（i2c-1 0x49）的 AIN2")]
    [InlineData(Reason.Saturated, "AIN2 of ads1115 (i2c-1 0x49)", "ads1115（i2c-1 0x49）的 AIN2")]
    [InlineData(Reason.NoAnswer, "ADDR=VDD", "ADDR=VDD")]
    public void Advice_names_the_terminal_or_the_strap(Reason reason, string english, string chinese)
    {
        var check = Check(Topic.Channel, Symptom.ReadingAbsent) with { Reason = reason };

        Assert.Contains(english, DoctorWords.English.Advice(check), StringComparison.Ordinal);
        Assert.Contains(chinese, DoctorWords.Chinese.Advice(check), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pzem-004t", Reason.Garbled, "A and B", "A 与 B")]
    [InlineData("pzem-004t", Reason.BusFault, "A and B", "A 与 B")]
    [InlineData("ds18b20", Reason.Garbled, "4.7 kohm", "4.7 kΩ")]
    public void What_is_not_on_an_I2C_bus_has_no_advice_of_one(string driver, Reason reason, string english, string chinese)
    {
        var check = new Check(Topic.Channel, "main.power", Symptom.ReadingAbsent) { Driver = driver, Place = "serial 1", Reason = reason };

        Assert.Contains(english, DoctorWords.English.Advice(check), StringComparison.Ordinal);
        Assert.Contains(chinese, DoctorWords.Chinese.Advice(check), StringComparison.Ordinal);
        Assert.DoesNotContain("i2c", DoctorWords.English.Advice(check) + DoctorWords.Chinese.Advice(check), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("pull-ups", DoctorWords.English.Advice(check), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_heading_and_verdict_has_words_of_its_own_in_both_languages()
    {
        foreach (var words in new[] { DoctorWords.English, DoctorWords.Chinese })
        {
            var labels = Enum.GetValues<DoctorLabel>().Except([DoctorLabel.Channel, DoctorLabel.Channels]).Select(words.Of).ToList();
            Assert.Equal(labels.Count, labels.Distinct().Count());
            Assert.Equal(3, Enum.GetValues<Verdict>().Select(words.Of).Distinct().Count());
            Assert.Equal(Enum.GetValues<Topic>().Length, Enum.GetValues<Topic>().Select(words.Of).Distinct().Count());
        }
    }

    private static void IsAdvice(Check check)
    {
        Assert.EndsWith(".", DoctorWords.English.Advice(check)!.Replace("...", ".", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(DoctorWords.English.Advice(check)!, c => c >= '\u2E80');
        Assert.Contains(DoctorWords.Chinese.Advice(check)!, c => c >= '\u4E00');
    }

    private static Check Check(Topic topic, Symptom symptom) => new(topic, "i2c-1 0x49", symptom)
    {
        Driver = "ads1115", Place = "i2c-1 0x49", Terminal = "AIN2", Strap = "ADDR=VDD", Instead = "0x48", StrapInstead = "ADDR=GND", Detail = "what it said",
    };
}
