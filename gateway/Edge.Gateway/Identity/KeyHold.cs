using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Store.Log;

namespace Edge.Gateway.Identity;

/// <summary>
/// A key used by one gateway process at a time, whatever log each has: two of them would sign two histories under one name. An advisory lock (flock) on the key
/// file itself, as long as the process lives; a copy of the file is another file, and not noticed by this.
/// </summary>
public static class KeyHold
{
    private const string Locks = "/proc/locks";

    /// <summary>Whether a process holds a key, by what the kernel lists: asking for the lock could keep a gateway from starting.</summary>
    public static bool IsHeld(string key)
    {
        if (FileIdentity.Of(key) is not var (device, inode))
            return false;
        var file = string.Create(CultureInfo.InvariantCulture, $"{device >> 32:x2}:{device & uint.MaxValue:x2}:{inode}");
        try
        {
            return File.ReadLines(Locks).Any(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, "FLOCK", _, "WRITE", _, var held, ..] && held == file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <exception cref="KeyInUseException">Another gateway process holds it.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static IDisposable Take(GatewayConfiguration configuration) => PathLock.TryTake(configuration.KeyFile) ?? throw new KeyInUseException(IdentityWords.KeyInUse(configuration.KeyFile, configuration.Origin.ToString()));
}
