using System.Text;
using System.Text.Unicode;

namespace Edge.Gateway.Configuration;

/// <summary>The bytes of a configuration file as text.</summary>
internal static class ConfigurationBytes
{
    /// <summary>Far more than any site needs; what is longer is another kind of file.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <exception cref="ConfigurationException">Too many bytes, not UTF-8, or bytes of zero.</exception>
    public static string Decode(string file, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw Refused(file, 1, $"has more than {MaxBytes} bytes; no configuration needs as many, name the gateway's YAML file");
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (bytes.IndexOf((byte)0) is >= 0 and var nul)
            throw Refused(file, 1 + bytes[..nul].Count((byte)'\n'), "has bytes of zero, as a file does that a power cut left unfinished; write it anew");
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : throw Refused(file, LineOfFault(bytes), "is not UTF-8 text; save it as UTF-8");
    }

    private static int LineOfFault(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        foreach (var part in bytes.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(bytes[part]))
                return line;
            line++;
        }

        return line;
    }

    private static ConfigurationException Refused(string file, int line, string message) => new([new ConfigurationProblem(file, line, "file", message)]);
}
