using System.Text;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;
using Edge.Verify.Commands;
using Edge.Verify.Reports;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Page;

/// <summary>Values, units, names, contacts and gaps of any kind: the page writes them as edge-verify does, in both languages.</summary>
[Collection(nameof(PageBrowser))]
public sealed class PageAgreementTests(PageBrowser browser)
{
    private static readonly TestKeys Keys = new();

    private static readonly (double? Value, string Unit, string Definition)[] Readings =
    [
        .. new double?[]
        {
            0, -0.0, 1, 7.21, 0.1 + 0.2, -12.345678, 123456.4, 123456.7, 999999.4, 999999.6, 1234567.8, 1e15, 1.5e16, 1e-4, 0.00001234, 0.000001234, 5e-324, double.MaxValue, -1e300, 0.5, 2.5, 1.0000005, 123456.5, 1e14 + 0.5, -0.001, null,
        }.Select(value => (value, "bar", "{}")),
        .. new[] { 0.01, 1, 10, 1e-12, 1e-13, 1e-400, 5, 0.25, 1e12 }.Select(resolution => ((double?)1234.5678901, "Cel", $"{{\"resolution\":{resolution.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}}}")),
        .. new[] { "pH", "/", "1", "m3/s", "uS/cm", "[gal_us]/min", "[degF]", "[psi]", "10*6.[gal_us]/d", "e5", "E-3", "kWh", "%", "mg/L", "a unit", "5x", "\u202Em", "constructor", "µg/m³", "Ω", new string('u', 17), "\"" }
            .Select(unit => ((double?)7.5, unit, "{\"resolution\":0.1}")),
        .. new[] { "leak", "door", "tamper", "other" }.SelectMany(means => new double?[] { 0, 1, 2, -0.0 }.Select(value =>
            (value, "/", $"{{\"driver\":\"contact\",\"channel\":{{\"output\":\"state\"}},\"options\":{{\"means\":\"{means}\"}}}}"))),
        .. new[] { 0.125, -0.001, 12.5, 1e14 + 0.5, 1e21, -0.0 }.SelectMany(value => new[] { 1, 0.01 }.Select(resolution => ((double?)value, "Cel", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{\"resolution\":{resolution}}}")))),
        .. new[] { 63, 64, 70 }.Select(depth => ((double?)7.123456, "bar", $"{{\"x\":{new string('[', depth)}\"]\"{new string(']', depth)},\"resolution\":0.1}}")),
        .. new[] { "", "null", "7", "[]", "{", "{\"resolution\":\"0.1\"}", "{\"resolution\":0.1,\"resolution\":0.01}", "{\"driver\":\"contact\"}", "{\"__proto__\":{\"resolution\":1}}" }.Select(definition => ((double?)7.123456, "bar", definition)),
    ];

    [PageFact]
    public Task Values_and_units_are_written_alike() => Agree([.. Readings.Select(r => Cut("a.b", r.Value, r.Unit, r.Definition, []))]);

    [PageFact]
    public Task Names_gaps_and_other_entries_are_written_alike() => Agree(
    [
        .. new[] { "tap3.ph", "a b", "管网.压力", "<b>", "x\"y", "\u202E", "a\u0301\u0301\u0301", "\u05D0", "x\u200By", "\U0001F600", "\u2800", "\uE000", "\u0C5C", "\u3164", "ⅷ", "x–y" }.Select(name => Cut(name, 1, "bar", "{}", [])),
        .. Enum.GetValues<GapReason>().Append((GapReason)77).Select(why => Cut("a", 1, "bar", "{}", [new GapEntry(["a", "b", "c", "d", "e"], null, new WallTime(Scene.Start, 1), why, "because")])),
        .. new[] { "", "the gateway was stopped", "the gateway ended without a stop", "the gateway ended without a stop; it lasted 5 s", "the gateway ended without a stopX", "x; the gateway ended without a stop, and who knows", "the gateway ended without a stop, and the board went on running",
                "the gateway ended without a stop, and it is not known whether the board went on running" }
            .Select(detail => Cut("a", 1, "bar", "{}", [new GapEntry([], new WallTime(Scene.Start, 1), new WallTime(Scene.Start + 100_000, 1), GapReason.Stopped, detail), new GapEntry([], null, null, GapReason.Shed, ""), new GapEntry(["x y"], new WallTime(1, 1), null, GapReason.Thinned, "")])),
        Cut("a", null, "bar", "{}", [new EventEntry(EntryKind.Alarm, 5, null, "a", "above 8 bar", "edge"), new EventEntry(EntryKind.Tamper, 5, new WallTime(Scene.Start, 1), "door", "opened", "")]),
        Cut(null, null, "", "{}", [new EventEntry(EntryKind.Alarm, 5, null, "a", "above 8 bar", "edge"), new EventEntry(EntryKind.KeyRotation, 5, null, "", "", "")]),
    ]);

    [PageFact]
    public Task Entries_of_other_kinds_and_versions_are_named_alike() => Agree(
        [.. new[] { "0200", "0000", "010c", "0205", "1bffffffffffffffff00", "011bffffffffffffffff", "011a80000000" }.Select(head => Unknown(head))]);

    [PageFact]
    public async Task Every_reason_stands_with_its_category_by_NE_107_as_edge_verify_shows_it()
    {
        (Quality Quality, Reason Reason)[] said = [.. Enum.GetValues<Reason>().Append((Reason)99).SelectMany(reason => new[] { (Quality.Uncertain, reason), (Quality.Bad, reason) })];
        var city = new ModelCity(Keys);
        var gateway = new ModelGateway(Keys.Gateway) { Now = Scene.Start };
        gateway.Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", ""));
        ulong[] subjects = [.. said.Select(each => gateway.Read("a", "bar", 1, 1, each.Quality, each.Reason))];
        var receipt = city.Order(Keys.Cosigned(gateway.Checkpoint(), Keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        await using var session = await browser.Open();
        await session.Judge(gateway.Cut(receipt, gateway.Size, [], subjects).ToBytes(), Keys.PolicyText);
        foreach (var phrases in new[] { Languages.Phrases(Language.English), Languages.Phrases(Language.Chinese) })
        {
            var cells = await session.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('table.readings tbody tr')].map(row => row.cells[5].textContent)");
            Assert.Equal(said.Select(each => each.Reason != Reason.None && ReasonMeaning.Of(each.Reason) is { } meaning
                ? $"{phrases.QualityAndReason(each.Quality, each.Reason)}{phrases.Semicolon}NE 107{phrases.Colon}{phrases.Word(meaning.Category)}" : phrases.QualityAndReason(each.Quality, each.Reason)), cells);
            await session.Page.ClickAsync("#language");
        }
    }

    /// <param name="head">Version and kind.</param>
    private static byte[] Unknown(string head)
    {
        var city = new ModelCity(Keys);
        var gateway = new ModelGateway(Keys.Gateway) { Now = Scene.Start };
        gateway.Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", ""));
        ulong[] subjects = [gateway.Append(Convert.FromHexString($"83{head}50{new string('0', 32)}"))];
        return gateway.Cut(city.Order(Keys.Cosigned(gateway.Checkpoint(), Keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62), gateway.Size, [], subjects).ToBytes();
    }

    private async Task Agree(byte[][] files)
    {
        await using var session = await browser.Open();
        await session.Trust(Keys.PolicyText);
        await session.Check([.. files.Select((bytes, i) => ($"{i}.edge", bytes))]);
        await session.Settle();
        foreach (var language in Enum.GetValues<Language>())
        {
            if (language == Language.Chinese)
                await session.Page.ClickAsync("#language");
            var said = (await session.Verdicts()).Select(v => v.Sentence);
            Assert.Equal(string.Join('\n', files.Select(file => Sentence(file, language))), string.Join('\n', said));
        }

        Assert.Empty(session.Complaints);
    }

    private static string Sentence(byte[] file, Language language)
    {
        var policy = Encoding.UTF8.GetBytes(Keys.PolicyText);
        return VerdictSentence.Of(new Examination(
            new Arguments("x", "policy.txt", language, TimeSpan.Zero, false, false), file, policy, Keys.Policy, new EvidenceVerifier(Keys.Policy).Verify(file), Languages.Phrases(language)));
    }

    /// <summary>A file about one reading and what else was logged then.</summary>
    /// <param name="channel">Null: about the rest alone.</param>
    private static byte[] Cut(string? channel, double? value, string unit, string definition, Entry[] others)
    {
        var city = new ModelCity(Keys);
        var gateway = new ModelGateway(Keys.Gateway) { Now = Scene.Start };
        gateway.Append(new BootEntry(Guid.Empty, 5, null, ClockSource.None, "edge 0.1.0", ""));
        gateway.Append(new ConfigurationEntry(channel ?? "", definition, default, ""));
        var subjects = others.Select(gateway.Append).ToList();
        if (channel is not null)
            subjects.Add(gateway.Read(channel, unit, value, 1, value is null ? Quality.Bad : Quality.Good, value is null ? Reason.NoAnswer : Reason.None));
        var receipt = city.Order(Keys.Cosigned(gateway.Checkpoint(), Keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return gateway.Cut(receipt, gateway.Size, [], [.. subjects]).ToBytes();
    }
}
