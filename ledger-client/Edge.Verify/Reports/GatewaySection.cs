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
        var starts = Start.Of(e.Verdict);
        foreach (var (number, boot) in starts.Where(s => s.Boot is not null).Take(e.Asked.Full ? int.MaxValue : 3).Select(s => (s.Number, s.Boot!)))
        {
            var which = starts.Length > 1 ? $"{e.Phrases.Starts([number])}{e.Phrases.Colon}{Device(e, boot.Wall)}{e.Phrases.Semicolon}" : "";
            writer.Field("", $"{which}{e.Phrases.Word(Label.Software)} {boot.Software}{e.Phrases.Semicolon}{e.Phrases.Word(Label.Clock)}{e.Phrases.Colon}{e.Phrases.Word(boot.Clock)}");
        }

        if (!e.Asked.Full && starts.Count(s => s.Boot is not null) is > 3 and var all)
            writer.Field("", e.Phrases.Omitted(all - 3));
        foreach (var clock in Conditions.Clocks(e.Verdict).Take(e.Asked.Full ? int.MaxValue : 3))
            writer.Field("", $"{e.Phrases.Word(EntryKind.Clock)}{e.Phrases.Colon}{Device(e, clock.Before)} → {Device(e, clock.After)}{e.Phrases.Semicolon}{e.Phrases.Word(clock.Clock)}");
    }

    /// <summary>The device's own time with its uncertainty, or that there is none.</summary>
    public static string Device(Examination e, WallTime? wall) => Device(wall, e.Times, e.Phrases);

    /// <inheritdoc cref="Device(Examination, WallTime?)"/>
    public static string Device(WallTime? wall, Instants times, Phrases phrases) => wall is { } time
        ? $"{times.Device(time.Seconds)} {times.Zone} {phrases.Uncertainty(time.UncertaintyMilliseconds / 1000.0)}"
        : phrases.Word(Label.NoDeviceClock);
}
