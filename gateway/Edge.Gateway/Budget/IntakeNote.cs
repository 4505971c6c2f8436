using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Edge.Ledger.Entries;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Budget;

/// <summary>
/// Says durably which channels are left out, why and since when, so that a gateway that is killed meanwhile tells it at its next start. State key
/// <c>intake</c>: a JSON list, empty while everything is taken.
/// </summary>
internal sealed class IntakeNote(MerkleLog log)
{
    private const string Key = "intake";

    private static readonly IntakeNoteForms Forms = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    internal sealed record Line(string Channel, GapReason Why, double? Since, uint? UncertaintyMilliseconds);

    private List<Line> _noted = [.. Read(log.View.Store)];

    /// <summary>Notes what is left out now, and since when no gap tells of it.</summary>
    /// <exception cref="Edge.Store.StoreException">It is not noted.</exception>
    public void Write(IEnumerable<(string Channel, GapReason Why, WallTime? Since)> leftOut)
    {
        var lines = leftOut.Select(l => new Line(l.Channel, l.Why, l.Since?.Seconds, l.Since?.UncertaintyMilliseconds)).ToList();
        if (lines.SequenceEqual(_noted))
            return;
        log.PutState(Key, JsonSerializer.SerializeToUtf8Bytes(lines, Forms.ListLine));
        _noted = lines;
    }

    /// <summary>Gaps for what was left out when the gateway ended without a stop.</summary>
    /// <param name="now">The new boot's time.</param>
    public static IEnumerable<GapEntry> Unfinished(ILogReader store, WallTime? now) =>
        from line in Read(store)
        group line.Channel by (line.Why, From: Since(line)) into gap
        // A beginning after the end was told by a clock that was wrong then or is wrong now.
        select new GapEntry([.. gap], gap.Key.From?.Seconds > now?.Seconds ? null : gap.Key.From, now, gap.Key.Why, "the gateway ended while readings were left out: how many since is not known");

    private static WallTime? Since(Line line) => line is { Since: { } since, UncertaintyMilliseconds: { } uncertainty } ? new WallTime(since, uncertainty) : null;

    private static List<Line> Read(ILogReader store)
    {
        try
        {
            return store.ReadState(Key) is { } bytes ? JsonSerializer.Deserialize(bytes, Forms.ListLine) ?? [] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

/// <summary>Made by the compiler: a native build has no reflection to find members by.</summary>
[JsonSerializable(typeof(List<IntakeNote.Line>))]
internal sealed partial class IntakeNoteForms : JsonSerializerContext;
