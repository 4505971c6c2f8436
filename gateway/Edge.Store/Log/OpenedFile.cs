namespace Edge.Store.Log;

/// <summary>The file a store opened: what is written to it after someone removed or replaced it under its path would be lost without an error.</summary>
internal sealed class OpenedFile(string path)
{
    private readonly (ulong, ulong)? _opened = FileIdentity.Of(path);

    /// <exception cref="StoreException">The path leads elsewhere by now.</exception>
    public void RequireInPlace()
    {
        var now = FileIdentity.Of(path);
        if (now is null)
            throw new StoreException($"{path} was removed while the gateway writes it. Do not stop the gateway; move the file back if it was moved.");
        if (now != _opened)
            throw new StoreException($"{path} was replaced by another file while the gateway writes it. Move the first file back, or stop the gateway.");
    }
}
