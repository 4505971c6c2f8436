namespace Edge.Store;

/// <summary>The store cannot do what was asked; the message says what, where and what to do.</summary>
public class StoreException(string message, Exception? cause = null, bool isTransient = false) : Exception(message, cause)
{
    /// <summary>True if the same call may succeed later without help (a lock held elsewhere); false if someone must act (disk full, no permission).</summary>
    public bool IsTransient { get; } = isTransient;
}
