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

    /// <summary>Moves a file with those that belong to it out of the way.</summary>
    /// <exception cref="StoreException">The file system does not let it.</exception>
    public string Move(string path, params ReadOnlySpan<string> suffixes)
    {
        try
        {
            Directory.CreateDirectory(paths.Quarantine);
            var kept = Path.Combine(paths.Quarantine, Path.GetFileName(path));
            for (var copy = 1; File.Exists(kept); copy++)
                kept = Path.Combine(paths.Quarantine, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}.{copy}"));
            foreach (var suffix in suffixes)
            {
                if (File.Exists(path + suffix))
                    File.Move(path + suffix, kept + suffix);
            }

            if (File.Exists(path))
                File.Move(path, kept);
            return kept;
        }
        catch (Exception failure) when (FileFailure.IsOne(failure))
        {
            throw FileFailure.From(failure, path);
        }
    }
}
