using System.Runtime.InteropServices;
using Edge.Ledger.Merkle;
using Edge.Store.Log;
using Microsoft.Win32.SafeHandles;

namespace Edge.Store.Segments;

/// <summary>
/// The tree's hashes, one file for each tile level, the hash at position i at byte 32 i. Written at each commit and not made durable: what a power cut takes
/// of them is computed again from the segments, until those may go. Then, and before a segment is closed, they are.
/// </summary>
internal sealed class HashFiles(LogPaths paths, bool write) : IDisposable
{
    private readonly HeldFile?[] _files = new HeldFile?[TileBatch.MaxLevels];
    private readonly bool[] _changed = new bool[TileBatch.MaxLevels];
    private Hash32[] _stored = [];
    private long _unreadableEnd;

    /// <summary>Reads neighbouring hashes of a level; returns how many are held, of those asked for.</summary>
    public int Read(int level, ulong first, Span<Hash32> into) => File(level) is { } file
        ? FileBytes.ReadAround(file, MemoryMarshal.AsBytes(into), checked((long)first * Hash32.Size), ref _unreadableEnd) / Hash32.Size
        : 0;

    /// <summary>Those that are open.</summary>
    public ReadOnlySpan<HeldFile?> Held => _files;

    /// <summary>Opens all that are there, so that they are held whatever becomes of their names.</summary>
    /// <exception cref="StoreException">One cannot be opened.</exception>
    public void Hold()
    {
        for (var level = 0; level < _files.Length; level++)
        {
            if (System.IO.File.Exists(paths.Hashes(level)))
                File(level);
        }
    }

    /// <summary>Those that are not there, or shorter than they must be for a log of a size.</summary>
    public List<string> Short(ulong size)
    {
        var found = new List<string>();
        for (var level = 0; level < _files.Length && size >> (TileBatch.Height * level) is > 0 and var count; level++)
        {
            if (new FileInfo(paths.Hashes(level)) is not { Exists: true } file || (ulong)file.Length / Hash32.Size < count)
                found.Add(paths.Hashes(level));
        }

        return found;
    }

    /// <exception cref="StoreException">They could not be written.</exception>
    public void Write(TileBatch hashes)
    {
        for (var run = 0; run < hashes.Count; run++)
        {
            var (level, first) = hashes.Place(run);
            Write(level, first, hashes.Hashes(run));
        }
    }

    /// <summary>Writes those that are not what is stored.</summary>
    /// <returns>False if other leaf hashes were stored than these: then they are not this log's, or damaged.</returns>
    /// <inheritdoc cref="Write(TileBatch)" path="/exception"/>
    public bool Repair(TileBatch hashes, bool leavesOnly)
    {
        var others = false;
        for (var run = 0; run < hashes.Count; run++)
        {
            var (level, first) = hashes.Place(run);
            var right = hashes.Hashes(run);
            if (_stored.Length < right.Length)
                _stored = new Hash32[right.Length];
            var stored = _stored.AsSpan(0, right.Length);
            if (level > 0 && leavesOnly)
                continue;
            var held = Read(level, first, stored);
            if (held == right.Length && stored.SequenceEqual(right))
                continue;
            others |= level == 0 && stored[..held].ContainsAnyExcept(default(Hash32)) && !stored[..held].SequenceEqual(right[..held]);
            Write(level, first, right);
        }

        return !others;
    }

    /// <summary>Writes neighbouring hashes of a level in place.</summary>
    /// <inheritdoc cref="Write(TileBatch)" path="/exception"/>
    public void Mend(int level, ulong first, ReadOnlySpan<Hash32> hashes) => Write(level, first, hashes);

    /// <summary>How many leaf hashes stand at a position and behind it, up to the first that was never written.</summary>
    public ulong Beyond(ulong size)
    {
        var some = new Hash32[TileBatch.Width];
        for (var count = 0UL; ; count += (ulong)some.Length)
        {
            var held = some.AsSpan(0, Read(0, size + count, some));
            if (held.IndexOf(default(Hash32)) is >= 0 and var end)
                return count + (ulong)end;
            if (held.Length < some.Length)
                return count + (ulong)held.Length;
        }
    }

    /// <summary>Cuts off the leaf hashes of groups that were not committed; what cannot be cut is written over by the next group.</summary>
    public void Trim(ulong size)
    {
        try
        {
            if (File(0) is { } file && RandomAccess.GetLength(file) > (long)size * Hash32.Size)
                _files[0]!.Cut((long)size * Hash32.Size);
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            // They are read as hashes of lost entries only if the log ends before the next commit.
        }
    }

    /// <summary>Makes what was written durable.</summary>
    /// <exception cref="StoreException">The device failed.</exception>
    public void Sync()
    {
        for (var level = 0; level < _files.Length; level++)
        {
            if (!_changed[level])
                continue;
            try
            {
                FileBytes.Sync(_files[level]!.Handle);
                _changed[level] = false;
            }
            catch (IOException failure)
            {
                throw FileFailure.From(failure, paths.Hashes(level));
            }
        }
    }

    public void Dispose()
    {
        foreach (var file in _files)
            file?.Dispose();
    }

    private void Write(int level, ulong first, ReadOnlySpan<Hash32> hashes)
    {
        try
        {
            File(level);
            _files[level]!.Write(MemoryMarshal.AsBytes(hashes), checked((long)first * Hash32.Size));
            _changed[level] = true;
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, paths.Hashes(level));
        }
    }

    private SafeFileHandle? File(int level)
    {
        if (_files[level] is { } open)
            return open.Handle;
        var path = paths.Hashes(level);
        if (write)
            return Hold(level, OpenWrite(path));
        try
        {
            return System.IO.File.Exists(path) && !FileIdentity.IsSpecial(path) ? Hold(level, FileBytes.OpenRead(path)) : null;
        }
        catch (IOException failure) when (FileFailure.IsUnreadable(failure))
        {
            return null;
        }
    }

    private static SafeFileHandle OpenWrite(string path)
    {
        try
        {
            return FileBytes.OpenWrite(path, FileMode.OpenOrCreate);
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, path);
        }
    }

    private SafeFileHandle Hold(int level, SafeFileHandle file) => (_files[level] = new HeldFile(paths.Hashes(level), file)).Handle;
}
