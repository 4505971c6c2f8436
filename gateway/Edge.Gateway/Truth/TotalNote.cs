using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Edge.Gateway.Configuration;
using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Truth;

/// <summary>
/// What the totals had come to at a size of the log: state key <c>totals</c>, a JSON object, written every ten minutes. Each reading of a total in the log holds what it had
/// come to then, so a start goes on from the last one after the note; the note keeps it from looking through the whole log, and stands where those readings were evicted.
/// </summary>
internal sealed class TotalNote(MerkleLog log, IReadOnlyList<ChannelSettings> channels, Inflow inflow)
{
    private const string Key = "totals";
    private const ulong Every = 600UL * 1_000_000_000;

    private ulong? _writtenAt;

    internal sealed record Note(ulong Size, Dictionary<string, Sum> Totals);

    internal sealed record Sum(double Value, string Unit);

    /// <summary>Gives totals what they had come to. One that had another unit begins at zero.</summary>
    public void Resume()
    {
        if (inflow.Totals.Count == 0)
            return;
        var note = Read();
        var sums = note?.Totals ?? [];
        Follow(note?.Size ?? 0, sums);
        foreach (var total in inflow.Totals)
        {
            if (sums.GetValueOrDefault(channels[total.Channel].Name) is { } sum && sum.Unit == channels[total.Channel].Unit)
                total.Resume(sum.Value);
        }
    }

    /// <summary>Everything taken is durable now: notes the totals when that is due. What the store does not take, a start finds in the log.</summary>
    /// <param name="now">Monotonic ns.</param>
    public void Committed(ulong now)
    {
        if (inflow.Totals.Count == 0 || inflow.Waiting > 0 || (_writtenAt is { } at && now - at < Every))
            return;
        _writtenAt = now;
        try
        {
            var sums = inflow.Totals.ToDictionary(t => channels[t.Channel].Name, t => new Sum(t.Value, channels[t.Channel].Unit));
            log.PutState(Key, JsonSerializer.SerializeToUtf8Bytes(new Note(log.Size, sums), TotalNoteForms.Default.Note));
        }
        catch (StoreException)
        {
            // Those who must write tell why it cannot be written.
        }
    }

    /// <summary>The last readings of totals from an index on, of what is left.</summary>
    private void Follow(ulong from, Dictionary<string, Sum> sums)
    {
        var names = inflow.Totals.Select(t => (channels[t.Channel].Name, Bytes: Encoding.UTF8.GetBytes(channels[t.Channel].Name))).ToArray();
        log.View.ReadHeld(Math.Max(from, log.View.Store.Extent.Oldest), (_, entry) =>
        {
            if (!ReadingView.TryRead(entry, out var reading) || reading.Value is not { } value)
                return;
            foreach (var (name, bytes) in names)
            {
                if (reading.Channel.SequenceEqual(bytes))
                    sums[name] = new Sum(value, Encoding.UTF8.GetString(reading.Unit));
            }
        });
    }

    private Note? Read()
    {
        try
        {
            return log.View.Store.ReadState(Key) is { } bytes ? JsonSerializer.Deserialize(bytes, TotalNoteForms.Default.Note) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Made by the compiler: a native build has no reflection to find members by.</summary>
[JsonSerializable(typeof(TotalNote.Note))]
internal sealed partial class TotalNoteForms : JsonSerializerContext;
