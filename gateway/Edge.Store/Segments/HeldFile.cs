using Edge.Store.Log;
using Microsoft.Win32.SafeHandles;

namespace Edge.Store.Segments;

/// <summary>
/// A file that is held open by its name. While it is, the system keeps its bytes whatever becomes of the name, but what is written then would be lost with the
/// process, without an error: so its writer asks before each group whether the name still leads to it, and puts it back.
/// </summary>
internal sealed class HeldFile(string path, SafeFileHandle handle) : IDisposable
{
    private const int Chunk = 1024 * 1024;

    private (ulong, ulong)? _identity = FileIdentity.Of(path);
    private WriteStamp? _stamp = FileIdentity.StampOf(path);

    public string Path => path;

    public SafeFileHandle Handle { get; private set; } = handle;

    /// <summary>Whether the path still leads to this file.</summary>
    public bool IsInPlace => FileIdentity.Of(path) == _identity;

    /// <summary>Whether someone else has written to this file, or cut it, since it was opened, but through here.</summary>
    public bool IsWrittenByOthers => FileIdentity.StampOf(path) != _stamp && IsInPlace;

    /// <summary>Writes at a place, without making it durable.</summary>
    /// <exception cref="IOException">Not all of it was written.</exception>
    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        try
        {
            FileBytes.Write(Handle, bytes, offset);
        }
        finally
        {
            _stamp = FileIdentity.StampOf(path);
        }
    }

    /// <summary>Cuts it to a length.</summary>
    public void Cut(long length)
    {
        RandomAccess.SetLength(Handle, length);
        _stamp = FileIdentity.StampOf(path);
    }

    /// <summary>Makes the file again under its name, durably, out of what is held, and goes on in that one. The name must be free.</summary>
    /// <exception cref="StoreException">The folder does not take it; what is held stays.</exception>
    public void PutBack()
    {
        var beside = path + ".new";
        SafeFileHandle? copy = null;
        try
        {
            copy = FileBytes.CreateAnew(beside);
            CopyTo(copy);
            FileBytes.Sync(copy);
            File.Move(beside, path);
            FileBytes.SyncFolder(System.IO.Path.GetDirectoryName(path)!);
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            copy?.Dispose();
            throw new StoreException($"{path} was removed while the gateway writes it, and cannot be made again: {failure.Message} Do not stop the gateway; see to that folder.", failure);
        }

        Handle.Dispose();
        Handle = copy;
        _identity = FileIdentity.Of(path);
        _stamp = FileIdentity.StampOf(path);
    }

    public void Dispose() => Handle.Dispose();

    private void CopyTo(SafeFileHandle copy)
    {
        var length = RandomAccess.GetLength(Handle);
        var chunk = new byte[Math.Min(Chunk, length)];
        long unreadable = 0;
        for (long at = 0; at < length && FileBytes.ReadAround(Handle, chunk, at, ref unreadable) is > 0 and var read; at += read)
            FileBytes.Write(copy, chunk.AsSpan(0, read), at);
    }
}
