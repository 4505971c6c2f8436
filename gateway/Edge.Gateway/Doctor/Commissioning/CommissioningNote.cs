using Edge.Ledger.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Time;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Doctor.Commissioning;

/// <summary>What a person answers for in the log: a maintenance entry about <see cref="Subject"/>.</summary>
/// <param name="Text">What was found, and the hash of the findings.</param>
/// <param name="Who">1 to 200 characters.</param>
public sealed record CommissioningNote(string Text, string Who)
{
    public const string Subject = "commissioning";

    /// <summary>Bytes of a note as JSON, its end of line included.</summary>
    internal const int MostBytes = 4096;

    private const int MostWho = 200, MostText = 1000;

    /// <summary>Of findings.</summary>
    /// <param name="sha256">Of their JSON, lower-case hexadecimal.</param>
    public static CommissioningNote Of(Findings findings, string sha256, string who) =>
        new($"edge doctor: {findings.Count(Verdict.Broken)} broken, {findings.Count(Verdict.Look)} to look at, {findings.Count(Verdict.Ok)} well; findings sha-256 {sha256}", who);

    /// <summary>Whether it fits an entry, and is of one line.</summary>
    public bool IsSound => Who is { Length: > 0 and <= MostWho } && Text is { Length: > 0 and <= MostText } && ShownText.IsSeen(Who) && ShownText.IsSeen(Text);

    public EventEntry At(ClockStamp now) => new(EntryKind.Maintenance, now.Monotonic, now.Wall, Subject, Text, Who);

    internal byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, CommissioningForms.Default.CommissioningNote), (byte)'\n'];

    /// <summary>Null when it is none.</summary>
    internal static CommissioningNote? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, CommissioningForms.Default.CommissioningNote) is { Text: not null, Who: not null, IsSound: true } note ? note : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Made by the compiler: a native build has no reflection to find members by.</summary>
[JsonSerializable(typeof(CommissioningNote))]
internal sealed partial class CommissioningForms : JsonSerializerContext;
