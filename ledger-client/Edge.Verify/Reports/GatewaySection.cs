using Edge.Ledger.Entries;
using Edge.Ledger.Merkle;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>Who measured: the gateway, its key as the policy has it, its software and clock.</summary>
public static class GatewaySection
{
    public static void Write(ReportWriter writer, Examination e)
    {
        var gateway = e.Verdict.Gateway!;
        var keys = e.Policy.Logs.Where(k => k.Name == gateway.ToString())
            .Select(k => $"{e.Phrases.Word(k.Type)} {(e.Asked.Full ? k.ToString() : $"{k.Id:x8}")}");
        var built = gateway.Hasher == TreeHasher.Sm3 ? $"{e.Phrases.Semicolon}{e.Phrases.Word(Label.BuiltWithSm3)}" : "";
        writer.Field(e.Phrases.Word(Label.Gateway), $"{gateway.GatewayId}{e.Phrases.Semicolon}{gateway}{e.Phrases.Semicolon}{string.Join(e.Phrases.Comma, keys)}{built}");
        foreach (var boot in Conditions.Boots(e.Verdict).Take(e.Asked.Full ? int.MaxValue : 3))
            writer.Field("", $"{e.Phrases.Word(Label.Software)} {boot.Software}{e.Phrases.Semicolon}{e.Phrases.Word(Label.Clock)}{e.Phrases.Colon}{e.Phrases.Word(boot.Clock)}");
        foreach (var clock in Conditions.Clocks(e.Verdict).Take(e.Asked.Full ? int.MaxValue : 3))
            writer.Field("", $"{e.Phrases.Word(EntryKind.Clock)}{e.Phrases.Colon}{Device(e, clock.Before)} -> {Device(e, clock.After)}{e.Phrases.Semicolon}{e.Phrases.Word(clock.Clock)}");
    }

    /// <summary>The device's own time with its uncertainty, or that there is none.</summary>
    public static string Device(Examination e, WallTime? wall) => Device(wall, e.Times, e.Phrases);

    /// <inheritdoc cref="Device(Examination, WallTime?)"/>
    public static string Device(WallTime? wall, Instants times, Phrases phrases) => wall is { } time
        ? $"{times.Device(time.Seconds)} {times.Zone} {phrases.Uncertainty(time.UncertaintyMilliseconds / 1000.0)}"
        : phrases.Word(Label.NoDeviceClock);
}
