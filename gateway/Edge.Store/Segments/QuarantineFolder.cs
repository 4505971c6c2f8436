using System.Globalization;

namespace Edge.Store.Segments;

/// <summary>Keeps what was damaged, beside the log; nothing in it is ever removed by a program. What is in it was told before.</summary>
internal sealed class QuarantineFolder(LogPaths paths)
{
    /// <summary>Where bytes of a file are kept.</summary>
    public string PathOf(string file, long offset, long length) =>
        Path.Combine(paths.Quarantine, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}.{offset}-{offset + length}"));

    /// <summary>Whether they are.</summary>
    public bool Has(string file, long offset, long length) => new FileInfo(PathOf(file, offset, length)) is { Exists: true } kept && kept.Length == length;

    /// <summary>Copies those of a segment, 0xFF where the device does not give them; false if the disk does not take them.</summary>
    public bool TryKeep(Segment segment, long offset, long length)
    {
        try
        {
            Directory.CreateDirectory(paths.Quarantine);
            using var file = File.Create(PathOf(segment.Path, offset, length));
            var chunk = new byte[Math.Min(length, 64 * 1024)];
            for (long done = 0; done < length;)
            {
                var read = segment.Read(chunk.AsSpan(0, (int)Math.Min(chunk.Length, length - done)), offset + done);
                if (read == 0)
                    break;
                file.Write(chunk, 0, read);
                done += read;
            }

            return true;
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            return false;
        }
    }

    /// <summary>Keeps bytes of a file as they were read at a place; false likewise.</summary>
    public bool TryKeep(string file, long offset, ReadOnlySpan<byte> bytes)
    {
        try
        {
            Directory.CreateDirectory(paths.Quarantine);
            File.WriteAllBytes(PathOf(file, offset, bytes.Length), bytes);
            return true;
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            return false;
        }
    }

    /// <summary>Whether it was noted that a file is missing.</summary>
    public bool IsNoted(string file) => File.Exists(NoteOf(file));

    /// <summary>Notes that a file is missing; when the disk does not take it, it is found once more.</summary>
    public void Note(string file)
    {
        try
        {
            Directory.CreateDirectory(paths.Quarantine);
            File.Create(NoteOf(file)).Dispose();
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            // It is found once more.
        }
    }

    private string NoteOf(string file) => Path.Combine(paths.Quarantine, Path.GetFileName(file) + ".not-opened");

    /// <summary>Moves a file, or whatever stands there, with those that belong to it out of the way.</summary>
    /// <returns>Where to; null if nothing was there.</returns>
    /// <exception cref="StoreException">The file system does not let it.</exception>
    public string? Move(string path, params ReadOnlySpan<string> suffixes)
    {
        var isThere = Path.Exists(path);
        foreach (var suffix in suffixes)
            isThere |= Path.Exists(path + suffix);
        if (!isThere)
            return null;
        try
        {
            Directory.CreateDirectory(paths.Quarantine);
            var kept = Path.Combine(paths.Quarantine, Path.GetFileName(path));
            for (var copy = 1; Path.Exists(kept); copy++)
                kept = Path.Combine(paths.Quarantine, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}.{copy}"));
            MoveIfThere(path, kept);
            foreach (var suffix in suffixes)
                MoveIfThere(path + suffix, kept + suffix);
            return kept;
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, path);
        }
    }

    /// <summary>Puts aside what stands under the folder's own name and is no folder.</summary>
    /// <returns>Where to; null if nothing did.</returns>
    /// <inheritdoc cref="Move" path="/exception"/>
    public string? Clear()
    {
        if (Directory.Exists(paths.Quarantine) || !Path.Exists(paths.Quarantine))
            return null;
        var beside = paths.Quarantine + ".new";
        try
        {
            File.Move(paths.Quarantine, beside, overwrite: true);
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, paths.Quarantine);
        }

        return Move(beside);
    }

    private static void MoveIfThere(string path, string kept)
    {
        if (Directory.Exists(path))
            Directory.Move(path, kept);
        else if (Path.Exists(path))
            File.Move(path, kept);
    }
}
