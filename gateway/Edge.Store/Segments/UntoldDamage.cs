using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Edge.Store.Log;

namespace Edge.Store.Segments;

/// <summary>
/// What was found damaged and does not stand in the log yet: <c>quarantine/untold.jsonl</c>, a line of JSON for each piece, durable before anything is done by which the
/// next open would not find it again. Whoever writes the log says when its gap entries are durable (<see cref="ILogStore.DamageIsLogged"/>); until then each open finds it here.
/// </summary>
internal sealed class UntoldDamage(LogPaths paths)
{
    private static readonly UntoldForms Forms = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly string _path = Path.Combine(paths.Quarantine, "untold.jsonl");
    private readonly HashSet<StoreDamage> _kept = [];

    /// <summary>What earlier opens have found; a line that cannot be read is left out.</summary>
    public IReadOnlyList<StoreDamage> Read()
    {
        try
        {
            if (!File.Exists(_path) || FileIdentity.IsSpecial(_path))
                return [];
            _kept.UnionWith(File.ReadLines(_path).Select(Parse).OfType<StoreDamage>());
            return [.. _kept];
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            return [];
        }
    }

    /// <summary>Keeps what is new of some pieces.</summary>
    /// <returns>False if the device does not take it: then nothing may be done that hides it from the next open.</returns>
    public bool TryKeep(params IReadOnlyCollection<StoreDamage> found)
    {
        var more = found.Where(d => !_kept.Contains(d)).ToList();
        if (more.Count == 0)
            return true;
        if (!TryWrite([.. _kept, .. more]))
            return false;
        _kept.UnionWith(more);
        return true;
    }

    /// <summary>Some pieces stand in the log.</summary>
    /// <param name="left">Those that do not.</param>
    public void Settle(IReadOnlyCollection<StoreDamage> left)
    {
        if (_kept.IsSubsetOf(left) || !TryWrite(left))
            return;
        _kept.Clear();
        _kept.UnionWith(left);
    }

    private bool TryWrite(IReadOnlyCollection<StoreDamage> all)
    {
        var beside = _path + LogPaths.Beside;
        try
        {
            if (all.Count == 0)
            {
                File.Delete(_path);
                return true;
            }

            if (!Directory.Exists(paths.Quarantine))
            {
                Directory.CreateDirectory(paths.Quarantine);
                FileBytes.SyncFolder(paths.Folder);
            }

            using (var file = FileBytes.CreateAnew(beside))
            {
                FileBytes.Write(file, [.. all.SelectMany(d => JsonSerializer.SerializeToUtf8Bytes(d, Forms.StoreDamage).Append((byte)'\n'))], 0);
                FileBytes.Sync(file);
            }

            if (Directory.Exists(_path))
                new QuarantineFolder(paths).Move(_path);
            File.Move(beside, _path, overwrite: true);
            FileBytes.SyncFolder(paths.Quarantine);
            return true;
        }
        catch (Exception failure) when (failure is StoreException || FileFailure.IsOne(failure))
        {
            return false;
        }
    }

    private static StoreDamage? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, Forms.StoreDamage);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Made by the compiler: a native build has no reflection to find members by.</summary>
[JsonSerializable(typeof(StoreDamage))]
internal sealed partial class UntoldForms : JsonSerializerContext;
