using System.Text;
using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Policies;
using Edge.Ledger.Tests;
using Edge.Ledger.Tests.Evidence;
using Edge.Verify.Commands;
using Edge.Verify.Reports;
using Edge.Verify.Tests.Reports.Html;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Reports;

public sealed class RecomputedTimeTests
{
    private readonly TestKeys _keys = new();

    [Theory]
    [InlineData(Language.English, "gateway's clock clock not synchronised; recomputed: 2026-11-20 08:13:02.000 UTC+8 ± 0.042 s", "its own word, not proved by departments")]
    [InlineData(Language.Chinese, "网关时钟 时钟未同步；推算：2026-11-20 08:13:02.000 UTC+8 ± 0.042 s", "出自网关自身，并非部门所证明")]
    public void A_reading_without_time_is_shown_with_the_time_that_a_later_clock_gives_it_and_whose_word_that_is(Language language, string time, string whose)
    {
        var text = Text(Unsynchronised(), language);

        Assert.Contains(time, text, StringComparison.Ordinal);
        Assert.Contains(Packed(whose), Packed(text), StringComparison.Ordinal);
        var page = PageOf.File(Unsynchronised(), language).Words;
        Assert.Contains("08:13:02.000 ± 0.042 s", page, StringComparison.Ordinal);
        Assert.Contains(whose, page, StringComparison.Ordinal);
    }

    [Fact]
    public void As_JSON_it_stands_beside_what_was_stamped()
    {
        var readings = Json(Unsynchronised()).GetProperty("readings");

        Assert.Equal(JsonValueKind.Null, readings[0].GetProperty("device_time").ValueKind);
        Assert.Equal((Scene.Start - 60, 42), (readings[0].GetProperty("recomputed_time").GetProperty("seconds").GetDouble(), readings[0].GetProperty("recomputed_time").GetProperty("uncertainty_ms").GetInt32()));
    }

    [Fact]
    public void A_time_that_the_clock_took_back_is_shown_as_it_was_stamped_and_as_it_was()
    {
        var text = Text(SetBack(), Language.English);

        Assert.Contains("2026-11-20 09:13:02.000 UTC+8 ± 0.012 s; recomputed: 2026-11-20 08:13:02.000", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_called_recomputed_where_nothing_is()
    {
        var gateway = Begin(Scene.Start);
        var text = Text(Cut(gateway, [gateway.Read("ph", "pH", 7)]), Language.English);

        Assert.DoesNotContain("recomputed", text, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, Json(Cut(gateway, [1])).GetProperty("readings")[0].GetProperty("recomputed_time").ValueKind);
    }

    /// <summary>Without the blanks at which lines were broken.</summary>
    private static string Packed(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static ModelGateway Begin(double? now)
    {
        var gateway = new ModelGateway(new TestKeys().Gateway) { Now = now };
        gateway.Append(new BootEntry(Guid.Empty, 0, now is { } known ? new WallTime(known, 12) : null, now is null ? ClockSource.None : ClockSource.Kernel, "edge 0.1.0", ""));
        return gateway;
    }

    /// <summary>A minute before the clock came.</summary>
    private byte[] Unsynchronised()
    {
        var gateway = Begin(null);
        var first = gateway.Read("ph", "pH", 7);
        gateway.Append(new ClockEntry(60_001_000_000, null, new WallTime(Scene.Start, 12), ClockSource.Kernel));
        return Cut(gateway, [first, gateway.Read("ph", "pH", 7.5)]);
    }

    private byte[] SetBack()
    {
        var gateway = Begin(Scene.Start + 3540);
        var first = gateway.Read("ph", "pH", 7);
        gateway.Append(new ClockEntry(60_001_000_000, new WallTime(Scene.Start + 3600, 12), new WallTime(Scene.Start, 12), ClockSource.Kernel));
        gateway.Now = null;
        return Cut(gateway, [first, gateway.Read("ph", "pH", 7.5)]);
    }

    private byte[] Cut(ModelGateway gateway, ulong[] subjects)
    {
        var city = new ModelCity(_keys);
        var receipt = city.Order(_keys.Cosigned(gateway.Checkpoint(), _keys.Gateway, Scene.Start + 60, 0, 1, 2), Scene.Start + 62);
        return gateway.Cut(receipt, gateway.Size, [], subjects).ToBytes();
    }

    private string Text(byte[] file, Language language)
    {
        var text = new StringWriter();
        TextReport.Write(new ReportWriter(text), Examine(file, language));
        return string.Concat(text.ToString().Split('\n').Select(l => $" {l.Trim()}"));
    }

    private JsonElement Json(byte[] file)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(stream, Examine(file, Language.English));
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    private Examination Examine(byte[] file, Language language)
    {
        var policy = Encoding.UTF8.GetBytes(_keys.PolicyText);
        var trust = TrustPolicy.Parse(policy);
        return new Examination(
            new Arguments("one.edge", "policy.txt", language, TimeSpan.FromHours(8), false, true), file, policy, trust, new EvidenceVerifier(trust).Verify(file), Languages.Phrases(language));
    }
}
