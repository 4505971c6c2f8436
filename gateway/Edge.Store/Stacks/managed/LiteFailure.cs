using Edge.Store.Segments;
using LiteDB;

namespace Edge.Store.Stacks;

/// <summary>What LiteDB throws, in words someone can act on.</summary>
internal static class LiteFailure
{
    /// <remarks>LiteDB follows damaged pages until something is out of range: whatever it throws that the file system did not is damage.</remarks>
    public static StoreException From(Exception failure, string file) => failure switch
    {
        _ when FileFailure.IsUnreadable(failure) => new LogDamagedException($"{file}: the device does not give what is stored there. Check the card or disk (dmesg).", cause: failure),
        FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException => new StoreException($"{file}: cannot be opened. Check that the folder exists and that this user may write in it.", failure),
        IOException { HResult: > 0 } => FileFailure.From(failure, file),
        LiteException { ErrorCode: LiteException.INVALID_DATABASE } => new LogDamagedException($"{file}: this is not a database file, or its header is damaged.", cause: failure),
        _ => new LogDamagedException($"{file}: the database is damaged ({failure.Message}).", cause: failure),
    };
}
