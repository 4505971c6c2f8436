namespace Edge.Gateway.Identity;

/// <summary>Another gateway process signs with this key.</summary>
public sealed class KeyInUseException(string message) : IOException(message);
