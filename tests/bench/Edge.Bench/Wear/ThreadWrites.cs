using System.Globalization;
using Edge.Bench.Machine;

namespace Edge.Bench.Wear;

/// <summary>What the kernel accounts to the calling thread, proc_pid_io(5): pages it made dirty. A file system's own writing, such as its journal, is not in it.</summary>
internal sealed class ThreadWrites : IWriteMeter
{
    private const string Field = "write_bytes: ";

    public ThreadWrites(string folder, string name) => Folder = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    public string Folder { get; }

    public long Written()
    {
        Tool.Run("sync", "--file-system", Folder);
        return long.Parse(File.ReadLines("/proc/thread-self/io").First(l => l.StartsWith(Field, StringComparison.Ordinal))[Field.Length..], CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
    }
}
