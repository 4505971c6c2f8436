namespace Edge.Store;

/// <summary>What is stored is not what was written: no proof may be made from it.</summary>
public sealed class LogDamagedException(string message, ulong? index = null, Exception? cause = null) : StoreException(message, cause)
{
    /// <summary>The lowest entry index known to be affected; null if the damage is not in the entries.</summary>
    public ulong? Index { get; } = index;

    /// <summary>The index behind what is known to be affected; null if that is not known.</summary>
    public ulong? Next { get; init; }
}
