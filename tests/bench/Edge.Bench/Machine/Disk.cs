namespace Edge.Bench.Machine;

/// <summary>What a folder lies on.</summary>
internal static class Disk
{
    /// <summary>The file system's type as the kernel names it: "ext4".</summary>
    public static string FileSystemOf(string folder)
    {
        // proc_pid_mountinfo(5): the fifth field is the mount point, the type follows " - ".
        var mounts =
            from line in File.ReadLines("/proc/self/mountinfo")
            let place = line.Split(' ')[4]
            where folder == place || folder.StartsWith(place.TrimEnd('/') + "/", StringComparison.Ordinal)
            orderby place.Length
            select line[(line.IndexOf(" - ", StringComparison.Ordinal) + 3)..].Split(' ')[0];
        return mounts.LastOrDefault() ?? "unknown";
    }

    /// <summary>A sentence for the report; loud when the disk is none.</summary>
    public static string Describe(string folder) => FileSystemOf(folder) switch
    {
        "tmpfs" or "ramfs" => "ATTENTION: the files were in memory (tmpfs), where nothing is ever made durable; use --dir with a folder on a disk.",
        var type => $"Files on {type}, a disk of this machine.",
    };
}
