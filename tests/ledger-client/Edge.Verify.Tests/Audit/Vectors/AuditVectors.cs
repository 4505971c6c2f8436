using System.Text.Json;
using System.Text.Json.Nodes;
using Edge.Ledger.Tests.Vectors;
using Edge.Testing;
using Edge.Verify.Commands;

namespace Edge.Verify.Tests.Audit.Vectors;

/// <summary>The folders of <see cref="AuditCases"/> with what an audit shows of each, under the names of edge-verify's own JSON.</summary>
internal static class AuditVectors
{
    /// <summary>What a verifier of another make must find too; the rest is for people, or depends on where the folder is.</summary>
    private static readonly string[] Shown = ["faults", "reservations", "findings", "checkpoint", "accepted_by", "not_after", "entries", "channels"];

    private static readonly string[] OfFinding = ["number", "code", "path", "first_entry", "count", "cause"];

    public static object All() => new
    {
        spec = "edge-spec 1",
        about = "logs: files by their paths, base64. changes, made to a log's folder one after another: file is the whole file instead, null if it is taken away; or bytes (hex) are written over it from at on, or it is cut to length. verdict: valid, valid_but, invalid or not_checked, then with error. findings stand in any order.",
        policies = AuditCases.Policies,
        logs = AuditCases.AllLogs.Select(log => new { name = log.Name, files = log.Files.ToDictionary(f => f.Key, f => Convert.ToBase64String(f.Value)) }).ToArray(),
        cases = AuditCases.All.Select(Case).ToArray(),
    };

    /// <summary>What edge-verify says of a folder, cut down to what is shown.</summary>
    /// <param name="files">By their paths.</param>
    public static (string Verdict, string? Error, JsonObject? Shown) Audit(IEnumerable<KeyValuePair<string, byte[]>> files, string policy)
    {
        using var folder = new TemporaryDirectory();
        Directory.CreateDirectory(folder.File("log"));
        foreach (var (path, bytes) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File($"log/{path}"))!);
            File.WriteAllBytes(folder.File($"log/{path}"), bytes);
        }

        using var said = new MemoryStream();
        using var output = new StreamWriter(said);
        VerifyCommand.Run([folder.File("log"), "--policy", folder.Write("policy.txt", policy), "--lang", "en", "--json"], _ => null, output, output);
        var json = JsonNode.Parse(said.ToArray())!.AsObject();
        var error = json["error"]?.GetValue<string>();
        return (json["outcome"]!.GetValue<string>(), error, error is null ? Part(json, Shown) : null);
    }

    private static object Case(AuditCase of)
    {
        var files = of.Log.Files.ToDictionary();
        foreach (var change in of.Changes)
        {
            if (change.Of(files.GetValueOrDefault(change.Path)) is { } bytes)
                files[change.Path] = bytes;
            else
                files.Remove(change.Path);
        }

        var (verdict, error, shown) = Audit(files, AuditCases.Policies[of.Policy]);
        return new
        {
            name = of.Name, policy = of.Policy, log = Array.IndexOf(AuditCases.AllLogs, of.Log), changes = of.Changes.Select(Change).ToArray(), verdict, error, shown,
        };
    }

    private static object Change(FileChange change) => change switch
    {
        { At: { } at } => new { path = change.Path, at, bytes = VectorFile.Hex(change.Bytes) },
        { Length: { } length } => new { path = change.Path, length },
        _ => new { path = change.Path, file = change.File is { } file ? Convert.ToBase64String(file) : null },
    };

    /// <summary>Files are found in the order of their folder, which is nobody's: findings stand by number, entry and path.</summary>
    private static JsonArray Ordered(JsonArray findings) => new([
        .. findings.Select(f => Part(f!.AsObject(), OfFinding))
            .OrderBy(f => (int)f["number"]!).ThenBy(f => (ulong?)f["first_entry"] ?? 0).ThenBy(f => (string?)f["path"], StringComparer.Ordinal)]);

    private static JsonObject Part(JsonObject whole, string[] names)
    {
        var part = new JsonObject();
        foreach (var name in names.Where(whole.ContainsKey))
            part[name] = name == "findings" ? Ordered(whole[name]!.AsArray()) : whole[name]?.DeepClone();
        return part;
    }
}
