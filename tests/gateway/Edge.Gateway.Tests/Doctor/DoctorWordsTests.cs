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
    [InlineData(true, false, "wider gain", "更宽的 gain")]
    [InlineData(true, true, "a smaller one", "较小的")]
    [InlineData(false, false, "wider gain", "更宽的 gain")]
    [InlineData(false, true, "ratio:", "ratio:")]
    public void What_is_beyond_a_converters_range_has_advice_that_can_be_followed(bool hasShunt, bool isWidest, string english, string chinese)
    {
        var check = Check(Topic.Channel, Symptom.ReadingAbsent) with { Reason = Reason.Saturated, HasShunt = hasShunt, IsWidest = isWidest };

        Assert.Contains(english, DoctorWords.English.Advice(check), StringComparison.Ordinal);
        Assert.Contains(chinese, DoctorWords.Chinese.Advice(check), StringComparison.Ordinal);
        Assert.Equal(hasShunt, DoctorWords.English.Advice(check)!.Contains("shunt", StringComparison.Ordinal));
        Assert.Equal(hasShunt, DoctorWords.Chinese.Advice(check)!.Contains("取样电阻", StringComparison.Ordinal));
        Assert.Equal(isWidest, !DoctorWords.English.Advice(check)!.Contains("wider", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pzem-004t", Reason.Garbled, "A and B", "A 与 B")]
    [InlineData("pzem-004t", Reason.BusFault, "A and B", "A 与 B")]
    [InlineData("ds18b20", Reason.Garbled, "4.7 kohm", "4.7 kΩ")]
    [InlineData("contact", Reason.BusFault, "gpioinfo", "gpioinfo")]
    [InlineData("pulse-flow", Reason.BusFault, "line:", "line:")]
    public void What_is_not_on_an_I2C_bus_has_no_advice_of_one(string driver, Reason reason, string english, string chinese)
    {
        var check = new Check(Topic.Channel, "main.power", Symptom.ReadingAbsent) { Driver = driver, Place = "serial 1", Reason = reason };

        Assert.Contains(english, DoctorWords.English.Advice(check), StringComparison.Ordinal);
        Assert.Contains(chinese, DoctorWords.Chinese.Advice(check), StringComparison.Ordinal);
        Assert.DoesNotContain("i2c", DoctorWords.English.Advice(check) + DoctorWords.Chinese.Advice(check), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("pull-ups", DoctorWords.English.Advice(check), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Symptom.BusStuck)]
    [InlineData(Symptom.BusSilent)]
    public void Only_the_bus_on_the_boards_header_has_pins_that_can_be_named(Symptom symptom)
    {
        var second = new Check(Topic.Bus, "i2c-2", symptom);

        foreach (var (words, pin) in new[] { (DoctorWords.English, "SDA (pin 3)"), (DoctorWords.Chinese, "SDA（3 脚）") })
        {
            Assert.Contains(pin, words.Advice(second with { Terminal = "3, 5" }), StringComparison.Ordinal);
            Assert.DoesNotContain(pin, words.Advice(second), StringComparison.Ordinal);
            Assert.Contains("SCL", words.Advice(second), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_meter_that_is_silent_where_others_answer_has_no_line_to_mend_and_one_without_them_has_both_kinds_wires()
    {
        var alone = new Check(Topic.Device, "rs485 5", Symptom.DeviceSilent) { Driver = "pzem-004t", Place = "5" };
        var others = alone with { Detail = "1, 7" };

        Assert.Equal("The line itself works, 1, 7 answers on it: check this meter's mains, its own wires, and that its Modbus address is 5.", DoctorWords.English.Advice(others));
        Assert.DoesNotContain("A 与 B", DoctorWords.Chinese.Advice(others), StringComparison.Ordinal);
        foreach (var part in new[] { "A and B", "RX to TX", "5 V" })
            Assert.Contains(part, DoctorWords.English.Advice(alone), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Topic.Device, Symptom.DeviceOther)]
    [InlineData(Topic.Channel, Symptom.ReadingAbsent)]
    public void Another_device_on_a_serial_line_has_no_chip_whose_print_could_be_read(Topic topic, Symptom symptom)
    {
        var check = new Check(topic, "rs485 5", symptom) { Driver = "pzem-004t", Place = "rs485 5", Reason = Reason.WrongDevice };

        Assert.DoesNotContain("chip", DoctorWords.English.Advice(check), StringComparison.Ordinal);
        Assert.DoesNotContain("芯片", DoctorWords.Chinese.Advice(check), StringComparison.Ordinal);
        Assert.Contains("address", DoctorWords.English.Advice(check), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_running_gateway_cannot_read_on_a_bus_that_is_broken_is_one_deed_with_that_bus()
    {
        using var rig = new DoctorRig();
        var bus = new Check(Topic.Bus, "i2c-2", Symptom.BusStuck);
        var channel = new Check(Topic.Channel, "main.pressure", Symptom.ReadingAbsent) { Driver = "ads1115", Place = "i2c-2 0x49", Reason = Reason.BusFault };
        var findings = (await rig.LookAsync()) with { Checks = [bus, channel, channel with { Subject = "pump.voltage", Place = "i2c-1 0x45" }] };

        Assert.Equal(["i2c-2, main.pressure", "pump.voltage"], DoctorWords.English.Treatments(findings).Select(t => t.Subjects));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_one_deed_for_all_channels_and_may_be_another_parts()
    {
        using var rig = new DoctorRig();
        rig.Break("main.pressure", "wrong-identity");

        var treatment = Assert.Single(DoctorWords.English.Treatments(await rig.LookAsync()));

        Assert.Equal("main.pressure, main.level", treatment.Subjects);
        Assert.Contains("ads1115 (i2c-1 0x49)", treatment.Advice, StringComparison.Ordinal);
        Assert.Contains("or another part sits at that address", treatment.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_are_written_as_people_write_them() => Assert.Equal("20.5 °C", DoctorWords.Value(20.5, "Cel", 0.1));

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
