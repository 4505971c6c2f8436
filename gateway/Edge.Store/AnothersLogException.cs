namespace Edge.Store;

/// <summary>Nothing in the folder says that the log is that of the key which is to go on with it, and something says whose it is. Nothing of it was touched.</summary>
public sealed class AnothersLogException(string message, string owner) : StoreException(message)
{
    /// <summary>The name in its checkpoints; one's own if another key has signed them.</summary>
    public string Owner { get; } = owner;
}
