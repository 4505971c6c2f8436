using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Edge.Gateway.Outputs;
using Edge.Store.Log;

namespace Edge.Gateway.Health;

/// <summary>
/// Keeps what was found damaged until somebody has seen to it, over restarts: <c>quarantine/unseen.jsonl</c> in the log's folder, a line of JSON for each piece.
/// <c>edge-gateway damage --seen</c> gives that file another name; nothing is ever deleted. One thread at a time.
/// </summary>
/// <param name="log">The log's folder.</param>
/// <param name="time">Says when it was found.</param>
public sealed class DamageNote(string log, TimeProvider time)
{
    private static readonly DamageNoteForms Forms = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly List<NotedDamage> _found = [];
    private int _looked, _noted;

    /// <summary>With the damaged bytes, as the store has put them aside.</summary>
    public string Quarantine { get; } = Path.Combine(log, "quarantine");

    private string Unseen => Path.Combine(Quarantine, "unseen.jsonl");

    /// <summary>Notes what the opened log has found, and gives all that nobody has seen to.</summary>
    /// <param name="found">Since it was opened; only gets longer.</param>
    public IReadOnlyList<NotedDamage> Look(IReadOnlyList<StoreDamage> found)
    {
        var now = time.GetUtcNow();
        _found.AddRange(ForPeople(found.Skip(_looked)).Select(f => NotedDamage.Of(f, now)));
        _looked = found.Count;
        var told = Read();
        var news = _found.Skip(_noted).Where(f => !told.Any(f.IsAs)).Distinct().ToList();
        if (_noted == _found.Count)
            return told;
        if (TryAdd(news))
            _noted = _found.Count;
        return [.. told, .. news];
    }

    /// <summary>What a power cut leaves needs nobody.</summary>
    private static IEnumerable<StoreDamage> ForPeople(IEnumerable<StoreDamage> found) => found.Where(d => !d.MayBeUnwritten);

    /// <summary>What nobody has seen to; a line that cannot be read is left out.</summary>
    public IReadOnlyList<NotedDamage> Read()
    {
        try
        {
            return File.Exists(Unseen) && !FileType.IsSpecial(Unseen) ? [.. Parsed(Unseen)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Somebody has seen to it.</summary>
    /// <param name="told">What they were told of; what came since is told again.</param>
    /// <returns>The file that has it from now on.</returns>
    /// <exception cref="IOException">There is none, or the file system does not let it.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not.</exception>
    public string See(IReadOnlyList<NotedDamage> told)
    {
        var seen = Free("seen");
        File.Move(Unseen, seen);
        if (Parsed(seen).Except(told).ToList() is { Count: > 0 } since)
            TryAdd(since);
        return seen;
    }

    private string Free(string name)
    {
        var free = Path.Combine(Quarantine, $"{name}.jsonl");
        for (var copy = 1; Path.Exists(free); copy++)
            free = Path.Combine(Quarantine, FormattableString.Invariant($"{name}.{copy}.jsonl"));
        return free;
    }

    /// <summary>What stands in the file's place and is none: a folder, or a pipe, on which writing might wait for ever.</summary>
    private void PutAside()
    {
        if (Directory.Exists(Unseen))
            Directory.Move(Unseen, Free("no-file"));
        else if (FileType.IsSpecial(Unseen))
            File.Move(Unseen, Free("no-file"));
    }

    private bool TryAdd(IReadOnlyList<NotedDamage> pieces)
    {
        try
        {
            Directory.CreateDirectory(Quarantine);
            PutAside();
            using var file = new FileStream(Unseen, FileMode.Append, FileAccess.Write);
            file.Write(Encoding.UTF8.GetBytes(string.Concat(pieces.Select(p => JsonSerializer.Serialize(p, Forms.NotedDamage) + "\n"))));
            file.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is told from memory meanwhile, and tried again.
            return false;
        }
    }

    private static IEnumerable<NotedDamage> Parsed(string file) => File.ReadLines(file).Select(Parse).OfType<NotedDamage>();

    private static NotedDamage? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, Forms.NotedDamage);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Made by the compiler: a native build has no reflection to find members by.</summary>
[JsonSerializable(typeof(NotedDamage))]
internal sealed partial class DamageNoteForms : JsonSerializerContext;
