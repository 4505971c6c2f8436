namespace Edge.Store.Segments;

/// <summary>The system's error numbers in words someone can act on.</summary>
internal static class FileFailure
{
    private const int NotPermitted = 1;
    private const int InputOutput = 5;
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int BadMessage = 74;
    private const int NeedsCleaning = 117;
    private const int QuotaExceeded = 122;

    public static StoreException From(Exception failure, string path) => failure switch
    {
        IOException { HResult: NoSpace or QuotaExceeded } => new StoreUnavailableException($"{path}: the disk is full. Free space on its file system; nothing acknowledged is lost.", failure),
        IOException { HResult: ReadOnlyFileSystem } => new StoreUnavailableException($"{path}: cannot be written: its file system is mounted read-only. Look for its errors (dmesg), and mount it for writing.", failure),
        UnauthorizedAccessException or IOException { HResult: NotPermitted } => new StoreException($"{path}: cannot be written. Check the file's owner and whether its file system is mounted read-only.", failure),
        IOException { HResult: InputOutput } => new StoreUnavailableException($"{path}: the device reported an input/output error. Check the card or disk (dmesg); nothing acknowledged is lost.", failure),
        IOException { HResult: BadMessage or NeedsCleaning } => new StoreUnavailableException($"{path}: its file system is damaged. Unmount it and check it (fsck).", failure),
        _ => new StoreException($"{path}: {failure.Message}", failure),
    };

    /// <summary>Whether it says that the device, or the file system on it, does not give what is stored: trying again does not help.</summary>
    public static bool IsUnreadable(Exception failure) => failure is IOException { HResult: InputOutput or BadMessage or NeedsCleaning };

    /// <summary>Whether a failure is the file system's, and not a mistake in the program.</summary>
    public static bool IsOne(Exception failure) => failure is IOException or UnauthorizedAccessException;
}
