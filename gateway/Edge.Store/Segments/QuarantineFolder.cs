using System.Globalization;

namespace Edge.Store.Segments;

/// <summary>Keeps what was damaged, beside the log; nothing in it is ever removed by a program. What is in it was told before.</summary>
internal sealed class QuarantineFolder(LogPaths paths)
{
    /// <summary>Copies bytes of a segment, 0xFF where the device does not give them; null if the disk does not take them. <paramref name="isNew"/> is false if they were kept before.</summary>
    public string? Keep(Segment segment, long offset, long length, out bool isNew)
    {
        var path = Path.Combine(paths.Quarantine, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(segment.Path)}.{offset}-{offset + length}"));
        isNew = !(new FileInfo(path) is { Exists: true } kept && kept.Length == length);
        if (!isNew)
            return path;
        try
        {
            Directory.CreateDirectory(paths.Quarantine);
            using var file = File.Create(path);
            var chunk = new byte[Math.Min(length, 64 * 1024)];
            for (long done = 0; done < length;)
            {
                var read = segment.Read(chunk.AsSpan(0, (int)Math.Min(chunk.Length, length - done)), offset + done);
                if (read == 0)
                    break;
                file.Write(chunk, 0, read);
                done += read;
            }

            return path;
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            return null;
        }
    }

    /// <summary>Keeps bytes of a file as they stand at a place, likewise.</summary>
    public string? Keep(string file, long offset, ReadOnlySpan<byte> bytes, out bool isNew)
    {
        var path = Path.Combine(paths.Quarantine, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}.{offset}-{offset + bytes.Length}"));
        isNew = !(new FileInfo(path) is { Exists: true } kept && kept.Length == bytes.Length);
        if (!isNew)
            return path;
        try
        {
            Directory.CreateDirectory(paths.Quarantine);
            File.WriteAllBytes(path, bytes);
            return path;
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            return null;
        }
    }

    /// <summary>Remembers that it was told of a file; false if it had been.</summary>
    public bool IsNew(string file)
    {
        var path = Path.Combine(paths.Quarantine, Path.GetFileName(file) + ".not-opened");
        if (File.Exists(path))
            return false;
        try
        {
            Directory.CreateDirectory(paths.Quarantine);
            File.Create(path).Dispose();
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            // Then it is told again.
        }

        return true;
    }

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
