namespace Edge.Store;

/// <summary>Another process may have written this log meanwhile: whoever goes on with what it knows of it would sign a second history. The process ends; opening the log anew is safe.</summary>
public sealed class LogTakenException(string message, Exception? cause = null) : StoreException(message, cause);
