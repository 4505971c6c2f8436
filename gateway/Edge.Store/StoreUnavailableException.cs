namespace Edge.Store;

/// <summary>The file system does not let the store be used: it is full, read-only, or its device fails. When someone has mended that, the same call succeeds.</summary>
public sealed class StoreUnavailableException(string message, Exception? cause = null) : StoreException(message, cause);
