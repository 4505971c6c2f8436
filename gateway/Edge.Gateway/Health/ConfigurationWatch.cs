using System.Security.Cryptography;
using Edge.Gateway.Configuration;

namespace Edge.Gateway.Health;

/// <summary>Whether the configuration file is still the one that was put into force. Looks seldom, and reads the file only when it was written. Belongs to one thread at a time.</summary>
public sealed class ConfigurationWatch(GatewayConfiguration configuration)
{
    /// <summary>However often it is asked, the disk is asked no oftener.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly string _inForce = configuration.FileSha256;
    private (DateTime Written, long Length) _seen;
    private ulong? _looked;
    private string? _other;

    /// <summary>SHA-256 of the file on the disk where that is another, lower-case hexadecimal; null where it is the same or cannot be read.</summary>
    /// <param name="now">Monotonic ns.</param>
    public string? Look(ulong now)
    {
        if (_looked is { } last && now - last < (ulong)Every.TotalNanoseconds)
            return _other;
        _looked = now;
        try
        {
            var file = new FileInfo(configuration.File);
            var seen = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
            if (seen == _seen)
                return _other;
            var hash = file.Exists ? Convert.ToHexStringLower(SHA256.HashData(PlainFile.Read(configuration.File, ConfigurationBytes.MaxBytes))) : null;
            (_seen, _other) = (seen, hash == _inForce ? null : hash);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            (_seen, _other) = (default, null);
        }

        return _other;
    }
}
