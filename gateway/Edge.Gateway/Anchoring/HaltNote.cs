using System.Text.Json;
using System.Text.Json.Serialization;
using Edge.Gateway.Outputs;
using Edge.Ledger.Mqtt.Anchoring;

namespace Edge.Gateway.Anchoring;

/// <summary>
/// Remembers over restarts that anchoring stopped, until the city accepts again: <c>anchoring-stopped.json</c> in the log's folder, so that it goes where the log
/// goes. Whoever only reads may do so at any time.
/// </summary>
/// <param name="log">The log's folder.</param>
public sealed class HaltNote(string log)
{
    private static readonly HaltNoteForms Forms = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, RespectRequiredConstructorParameters = true });

    private string Note => Path.Combine(log, "anchoring-stopped.json");

    /// <summary>Why it stopped; null when it did not, or the city has accepted since.</summary>
    public Fork? Read()
    {
        try
        {
            return File.Exists(Note) && !FileType.IsSpecial(Note) ? JsonSerializer.Deserialize(File.ReadAllText(Note), Forms.Fork) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>It has stopped.</summary>
    /// <returns>False when that could not be written.</returns>
    public bool TryWrite(Fork why)
    {
        try
        {
            File.Delete(Note + ".new");
            using (var file = new FileStream(Note + ".new", FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(JsonSerializer.SerializeToUtf8Bytes(why, Forms.Fork));
                file.Flush(flushToDisk: true);
            }

            File.Move(Note + ".new", Note, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The city has accepted.</summary>
    public void Clear()
    {
        try
        {
            File.Delete(Note);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next receipt tries it again.
        }
    }
}

/// <summary>Made by the compiler: a native build has no reflection to find members by.</summary>
[JsonSerializable(typeof(Fork))]
internal sealed partial class HaltNoteForms : JsonSerializerContext;
