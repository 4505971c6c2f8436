using System.Text.Json;
using System.Text.Json.Nodes;
using Edge.Ledger.Tests.Vectors;
using Edge.Verify.Audit;

namespace Edge.Verify.Tests.Audit.Vectors;

/// <summary>The vectors of audits are what this software finds, and what a stranger reads out of the file finds too.</summary>
public sealed class AuditVectorTests
{
    private const string Name = "audits";

    [Fact]
    public void The_published_vectors_are_what_this_software_makes()
    {
        var made = VectorFile.Text(AuditVectors.All());
        if (VectorFile.IsWriting)
            File.WriteAllText(VectorFile.Path(Name), made);
        Assert.Equal(made, File.ReadAllText(VectorFile.Path(Name)));
    }

    [Fact]
    public void Folders_made_from_the_file_alone_get_the_verdicts_given()
    {
        var vectors = VectorFile.Read(Name);
        foreach (var vector in vectors.GetProperty("cases").EnumerateArray())
        {
            var policy = vectors.GetProperty("policies")[vector.GetProperty("policy").GetInt32()].GetString()!;
            var files = vectors.GetProperty("logs")[vector.GetProperty("log").GetInt32()].GetProperty("files").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetBytesFromBase64());
            foreach (var change in vector.GetProperty("changes").EnumerateArray())
                Change(files, change);

            var (verdict, error, shown) = AuditVectors.Audit(files, policy);

            Assert.Equal((vector.GetProperty("verdict").GetString(), vector.GetProperty("error").GetString()), (verdict, error));
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(vector.GetProperty("shown").GetRawText()), shown), vector.GetProperty("name").GetString());
        }
    }

    [Fact]
    public void Every_code_of_an_audit_is_there()
    {
        var found = VectorFile.Read(Name).GetProperty("cases").EnumerateArray()
            .Select(c => c.GetProperty("shown")).Where(s => s.ValueKind == JsonValueKind.Object)
            .SelectMany(s => s.GetProperty("findings").EnumerateArray()).Select(f => (AuditCode)f.GetProperty("number").GetInt32()).ToHashSet();

        Assert.Equal([], Enum.GetValues<AuditCode>().Except(found));
    }

    private static void Change(Dictionary<string, byte[]> files, JsonElement change)
    {
        var path = change.GetProperty("path").GetString()!;
        if (change.TryGetProperty("at", out var at))
            files[path] = [.. files[path][..at.GetInt32()], .. VectorFile.Bytes(change.GetProperty("bytes")), .. files[path].Skip(at.GetInt32() + VectorFile.Bytes(change.GetProperty("bytes")).Length)];
        else if (change.TryGetProperty("length", out var length))
            files[path] = files[path][..length.GetInt32()];
        else if (change.GetProperty("file").ValueKind == JsonValueKind.Null)
            files.Remove(path);
        else
            files[path] = change.GetProperty("file").GetBytesFromBase64();
    }
}
