using System.Text.Encodings.Web;
using System.Text.Json;

namespace Edge.Ledger.Tests.Vectors;

/// <summary>The published test vectors: JSON beside SPEC.md, made from fixed seeds by this suite.</summary>
internal static class VectorFile
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Set to 1, the suite writes the files instead of comparing them.</summary>
    public static bool IsWriting => Environment.GetEnvironmentVariable("EDGE_WRITE_VECTORS") == "1";

    public static string Path(string name) => System.IO.Path.Combine(Root(), "ledger-client", "vectors", name + ".json");

    public static string Text(object vectors) => JsonSerializer.Serialize(vectors, Form) + "\n";

    /// <summary>The file as a stranger reads it.</summary>
    public static JsonElement Read(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path(name)));
        return json.RootElement.Clone();
    }

    public static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    public static byte[] Bytes(JsonElement hex) => Convert.FromHexString(hex.GetString()!);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Edge.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Edge.sln was not found above the tests: the vectors are in the repository.");
    }
}
