using Edge.Gateway.Configuration;
using Edge.Store.Log;

namespace Edge.Gateway.Identity;

/// <summary>
/// A key used by one gateway process at a time, whatever log each has: two of them would sign two histories under one name. An advisory lock (flock) on the key
/// file itself, as long as the process lives; a copy of the file is another file, and not noticed by this.
/// </summary>
public static class KeyHold
{
    /// <exception cref="KeyInUseException">Another gateway process holds it.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static IDisposable Take(GatewayConfiguration configuration) => PathLock.TryTake(configuration.KeyFile) ?? throw new KeyInUseException(IdentityWords.KeyInUse(configuration.KeyFile, configuration.Origin.ToString()));
}
