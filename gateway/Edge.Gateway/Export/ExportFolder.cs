using System.Runtime.InteropServices;
using Edge.Ledger;
using Edge.Ledger.Notes;
using Edge.Ledger.Tiles;
using Microsoft.Win32.SafeHandles;

namespace Edge.Gateway.Export;

/// <summary>
/// A folder in the layout of c2sp.org/tlog-tiles. System calls: for each file open(.part), write, rename; then syncfs, so that all are durable; then the checkpoint
/// in the same way with fsync. A crash at any point leaves the checkpoint that was there before, whole files that it covers, and perhaps further files that
/// the next run compares and completes. The checkpoint's .part file is also the lock: the kernel gives it back however the process ends.
/// </summary>
internal sealed partial class ExportFolder : IDisposable
{
    private const string CheckpointName = "checkpoint";
    private const string Part = ".part";
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    private readonly ExportWords _words;
    private readonly FileStream _lock;
    private byte[] _found = [];
    private bool _finished;

    /// <exception cref="ExportException">It cannot be made or used, another export is at work in it, or it holds something else.</exception>
    public ExportFolder(string path, ExportWords words)
    {
        Path = System.IO.Path.GetFullPath(path);
        _words = words;
        Directory.CreateDirectory(Path);
        Held = ReadCheckpoint();
        if (Held is null && Directory.EnumerateFileSystemEntries(Path).Select(System.IO.Path.GetFileName).FirstOrDefault(n => n is not ("tile" or CheckpointName + Part)) is { } other)
            throw new ExportException(words.NotAnExport(Path, other));
        try
        {
            _lock = new FileStream(In(CheckpointName + Part), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException e) when (File.Exists(In(CheckpointName + Part)) && !IsFull(e))
        {
            throw new ExportException(words.InUse(Path), e);
        }
    }

    public string Path { get; }

    /// <summary>The checkpoint of an earlier export.</summary>
    public Checkpoint? Held { get; }

    /// <summary>Bytes of the tile if an earlier export has finished it, else 0.</summary>
    public long Finished(Tile tile)
    {
        if (Held is not { } held || !TreeTiles.Has(tile, held.Size))
            return 0;
        var file = new FileInfo(In(tile.Path));
        return file.Exists && (tile.IsBundle || file.Length == tile.MaxBytes) ? file.Length : 0;
    }

    /// <summary>Puts a file into its place whole, unless it is there just so.</summary>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="ExportException">The disk is full.</exception>
    public bool Put(Tile tile, ReadOnlySpan<byte> bytes)
    {
        var path = In(tile.Path);
        if (IsJustSo(path, bytes))
            return false;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            using (var file = File.OpenHandle(path + Part, FileMode.Create, FileAccess.Write))
                RandomAccess.Write(file, bytes, 0);
            File.Move(path + Part, path, overwrite: true);
            return true;
        }
        catch (IOException e) when (IsFull(e))
        {
            File.Delete(path + Part);
            throw new ExportException(_words.DiskFull(Path), e);
        }
    }

    /// <summary>Makes everything durable, then the checkpoint, and takes away the partial tiles that it does not need.</summary>
    public void Finish(Checkpoint checkpoint, ReadOnlySpan<byte> note)
    {
        try
        {
            Sync();
            _lock.SetLength(0);
            _lock.Write(note);
            _lock.Flush(flushToDisk: true);
            File.Move(In(CheckpointName + Part), In(CheckpointName), overwrite: true);
            _finished = true;
            Sync();
        }
        catch (IOException e) when (IsFull(e))
        {
            throw new ExportException(_words.DiskFull(Path), e);
        }

        RemoveOldPartials(checkpoint.Size);
    }

    public void Dispose()
    {
        if (!_finished)
            File.Delete(In(CheckpointName + Part));
        _lock.Dispose();
    }

    private Checkpoint? ReadCheckpoint()
    {
        if (!File.Exists(In(CheckpointName)))
            return null;
        try
        {
            return Checkpoint.Parse(SignedNote.Parse(File.ReadAllBytes(In(CheckpointName))));
        }
        catch (MalformedException e)
        {
            throw new ExportException(_words.NotACheckpoint(In(CheckpointName), e.Message), e);
        }
    }

    private bool IsJustSo(string path, ReadOnlySpan<byte> bytes)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length != bytes.Length)
            return false;
        if (_found.Length < bytes.Length)
            _found = new byte[bytes.Length];
        using var handle = File.OpenHandle(path);
        return RandomAccess.Read(handle, _found.AsSpan(0, bytes.Length), 0) == bytes.Length && _found.AsSpan(0, bytes.Length).SequenceEqual(bytes);
    }

    private void RemoveOldPartials(ulong size)
    {
        Directory.CreateDirectory(In("tile"));
        foreach (var folder in Directory.EnumerateDirectories(In("tile"), "*.p", SearchOption.AllDirectories).ToList())
        {
            foreach (var file in Directory.EnumerateFiles(folder).ToList())
            {
                if (!Tile.TryParse(System.IO.Path.GetRelativePath(Path, file), out var tile) || !TreeTiles.Has(tile, size))
                    File.Delete(file);
            }

            if (!Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private static bool IsFull(IOException e) => e.HResult is NoSpace or QuotaExceeded;

    private void Sync()
    {
        if (SyncFileSystem(_lock.SafeFileHandle) != 0)
            throw new IOException(Marshal.GetLastPInvokeErrorMessage(), Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    private static partial int SyncFileSystem(SafeFileHandle file);
}
