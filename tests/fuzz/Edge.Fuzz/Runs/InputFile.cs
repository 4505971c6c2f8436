using System.Security.Cryptography;

namespace Edge.Fuzz.Runs;

/// <summary>Inputs as text: hex in lines, behind comment lines that begin with '#'.</summary>
internal static class InputFile
{
    private const int BytesPerLine = 64;

    /// <summary>Writes a failure's input into a folder; the name says the parser, the kind and the input.</summary>
    public static string Save(Failure failure, string folder)
    {
        Directory.CreateDirectory(folder);
        var name = $"{failure.Target}-{failure.Kind}-{Convert.ToHexStringLower(SHA256.HashData(failure.Input).AsSpan(0, 4))}.hex";
        var path = Path.Combine(folder, name);
        var lines = failure.Input.Chunk(BytesPerLine).Select(Convert.ToHexStringLower);
        File.WriteAllLines(path, [$"# {failure.Target}: {failure.Kind}: {failure.Detail.ReplaceLineEndings(" ")}", .. lines]);
        return path;
    }

    public static byte[] Read(string path) => path.EndsWith(".last", StringComparison.Ordinal)
        ? LastInput.Read(path)
        : Convert.FromHexString(string.Concat(File.ReadLines(path).Where(l => !l.StartsWith('#')).Select(l => l.Trim())));
}
