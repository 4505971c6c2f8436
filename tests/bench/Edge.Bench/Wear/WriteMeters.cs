namespace Edge.Bench.Wear;

/// <summary>The best way to count that this machine and user have.</summary>
internal sealed class WriteMeters
{
    private readonly string _folder;
    private readonly string? _whyNoDisks;

    public WriteMeters(string folder)
    {
        _folder = folder;
        try
        {
            new LoopDisk(folder, "trial").Dispose();
        }
        catch (BenchException why)
        {
            _whyNoDisks = why.Message;
        }
    }

    /// <summary>What was counted, for the report.</summary>
    public string Words => _whyNoDisks is null
        ? "Counted: sectors written to a block device (loop) of its own with ext4, default mount options, journal and all else included."
        : $"ATTENTION: counted were pages made dirty by the writing thread (/proc/thread-self/io), without the file system's journal, since no loop device could be had: {_whyNoDisks}";

    public IWriteMeter Open(string name) => _whyNoDisks is null ? new LoopDisk(_folder, name) : new ThreadWrites(_folder, name);
}
