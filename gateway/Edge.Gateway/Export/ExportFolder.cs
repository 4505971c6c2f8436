using System.Buffers;
using Edge.Ledger;
using Edge.Ledger.Notes;
using Edge.Ledger.Tiles;
using Edge.Store.Log;

namespace Edge.Gateway.Export;

/// <summary>
/// A folder in the layout of c2sp.org/tlog-tiles. System calls: for each file open(.part) anew, write, rename; then syncfs, so that all are durable; then the
/// checkpoint in the same way with fsync. A crash at any point leaves the checkpoint that was there before, whole files that it covers, and perhaps further
/// files that the next run compares and completes. What is not of an export is neither changed nor taken away.
/// </summary>
internal sealed class ExportFolder : IDisposable
{
    private const string CheckpointName = "checkpoint";
    private const string TileFolder = "tile";
    private const string Part = ".part";
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    private readonly ExportWords _words;
    private readonly PlainFolder _files;
    private readonly PathLock _lock;
    private byte[] _found = [];

    /// <exception cref="ExportException">It cannot be made or used, another export is at work in it, or it holds something else.</exception>
    public ExportFolder(string path, ExportWords words)
    {
        Path = System.IO.Path.GetFullPath(path);
        _words = words;
        _files = new PlainFolder(Path, words);
        if (File.Exists(Path))
            throw new ExportException(words.InTheWay(Path));
        Directory.CreateDirectory(Path);
        _lock = PathLock.TryTake(Path) ?? throw new ExportException(words.InUse(Path));
        try
        {
            Held = ReadCheckpoint();
            if (Held is null && Foreign() is { } other)
                throw new ExportException(words.NotAnExport(Path, other));
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>The checkpoint of an earlier export.</summary>
    public Checkpoint? Held { get; }

    /// <summary>Whether that one carries cosignatures.</summary>
    public bool IsHeldCosigned { get; private set; }

    /// <summary>Bytes of the tile if an earlier export has finished it and it has its length, a bundle that of all its entries; else 0. What else is in it is not looked at.</summary>
    public long Finished(Tile tile)
    {
        if (Held is not { } held || !TreeTiles.Has(tile, held.Size) || _files.Length(tile.Path) is not { } length || length > tile.MaxBytes)
            return 0;
        return tile.IsBundle ? WholeBundle(tile, (int)length) : length == tile.MaxBytes ? length : 0;
    }

    /// <summary>What an earlier export saved of a bundle that was not whole, by the places; what is in it is not checked.</summary>
    public IReadOnlyDictionary<int, byte[]> Remains(Tile bundle)
    {
        var saved = new Dictionary<int, byte[]>();
        var name = RemainsFile.PathOf(bundle);
        var entries = new ArrayBufferWriter<byte>();
        if (_files.Length(name) is not { } length || length > RemainsFile.MaxBytes || RemainsFile.TryRead(Read(name, (int)length), entries) is not { } places)
            return saved;
        foreach (var entry in new EntryBundle(entries.WrittenSpan))
            saved.Add(places[saved.Count], entry.ToArray());
        return saved;
    }

    /// <summary>Puts a file into its place whole, unless it is there just so.</summary>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="ExportException">The disk is full, or something else stands there.</exception>
    public bool Put(Tile tile, ReadOnlySpan<byte> bytes) => Put(tile.Path, bytes);

    /// <summary>Puts what is left of a bundle in its place.</summary>
    /// <inheritdoc cref="Put(Tile, ReadOnlySpan{byte})"/>
    public bool PutRemains(Tile bundle, ReadOnlySpan<byte> bytes) => Put(RemainsFile.PathOf(bundle), bytes);

    /// <summary>Takes away what was left of a bundle that is there whole.</summary>
    public void RemoveRemains(Tile bundle) => _files.Delete(RemainsFile.PathOf(bundle));

    /// <summary>Puts what is in force at the first entry that is there beside the tiles.</summary>
    /// <inheritdoc cref="Put(Tile, ReadOnlySpan{byte})"/>
    public void PutContexts(ReadOnlySpan<byte> bytes) => Put(ContextsFile.Name, bytes);

    /// <summary>Makes everything durable, then the checkpoint, and takes away the partial tiles that it does not need.</summary>
    public void Finish(Checkpoint checkpoint, ReadOnlySpan<byte> note)
    {
        _lock.Sync();
        Write(CheckpointName, note, flush: true);
        _lock.Sync();
        RemoveOldPartials(checkpoint.Size);
    }

    public void Dispose() => _lock.Dispose();

    private bool Put(string name, ReadOnlySpan<byte> bytes)
    {
        if (_files.Length(name) == bytes.Length && Read(name, bytes.Length).SequenceEqual(bytes))
            return false;
        Write(name, bytes, flush: false);
        return true;
    }

    private Checkpoint? ReadCheckpoint()
    {
        if (_files.Length(CheckpointName) is not { } length)
            return null;
        try
        {
            var note = SignedNote.Parse(Read(CheckpointName, (int)Math.Min(length, SignedNote.MaxBytes + 1)));
            IsHeldCosigned = note.Signatures.Count > 1;
            return Checkpoint.Parse(note);
        }
        catch (MalformedException e)
        {
            throw new ExportException(_words.NotACheckpoint(_files.At(CheckpointName), e.Message), e);
        }
    }

    /// <summary>Something that an export which was broken off before its checkpoint does not leave.</summary>
    private string? Foreign() =>
        Directory.EnumerateFileSystemEntries(Path).Select(System.IO.Path.GetFileName).FirstOrDefault(n => n is not (TileFolder or CheckpointName + Part or ContextsFile.Name or ContextsFile.Name + Part))
        ?? _files.Below(TileFolder).FirstOrDefault(n => !IsTile(n, out _));

    private long WholeBundle(Tile tile, int length)
    {
        var bytes = Read(tile.Path, length);
        try
        {
            return EntryBundle.First(tile.Width, bytes).Length == length ? length : 0;
        }
        catch (MalformedException)
        {
            return 0;
        }
    }

    private ReadOnlySpan<byte> Read(string name, int length)
    {
        if (_found.Length < length)
            _found = new byte[length];
        using var handle = File.OpenHandle(_files.At(name), share: FileShare.ReadWrite | FileShare.Delete);
        var done = 0;
        for (int count; done < length && (count = RandomAccess.Read(handle, _found.AsSpan(done, length - done), done)) > 0;)
            done += count;
        return _found.AsSpan(0, done);
    }

    private void Write(string name, ReadOnlySpan<byte> bytes, bool flush)
    {
        try
        {
            using (var file = _files.Create(name + Part))
            {
                RandomAccess.Write(file, bytes, 0);
                if (flush)
                    RandomAccess.FlushToDisk(file);
            }

            _files.Move(name + Part, name);
        }
        catch (IOException e) when (e.HResult is NoSpace or QuotaExceeded)
        {
            _files.Delete(name + Part);
            throw new ExportException(_words.DiskFull(Path), e);
        }
    }

    private void RemoveOldPartials(ulong size)
    {
        foreach (var name in _files.Below(TileFolder).ToList())
        {
            if (IsTile(name, out var tile) && !tile.IsFull && (name != tile.Path || !TreeTiles.Has(tile, size)) && PathStatus.Of(_files.At(name)).Kind == PathKind.File)
                File.Delete(_files.At(name));
        }

        foreach (var folder in _files.FoldersBelow(TileFolder).Where(f => Tile.TryParse(f + "/1", out var tile) && !tile.IsFull).ToList())
        {
            if (!Directory.EnumerateFileSystemEntries(_files.At(folder)).Any())
                Directory.Delete(_files.At(folder));
        }
    }

    /// <summary>Whether a name is that of a tile or bundle, of what is left of one, or of one that was not written to its end.</summary>
    private static bool IsTile(string name, out Tile tile)
    {
        var whole = name.EndsWith(Part, StringComparison.Ordinal) ? name[..^Part.Length] : name;
        return Tile.TryParse(whole, out tile) || RemainsFile.TryParse(whole, out tile);
    }
}
