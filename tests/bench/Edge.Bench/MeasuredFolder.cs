namespace Edge.Bench;

/// <summary>A new folder for the files of one run, removed with everything in it.</summary>
internal sealed class MeasuredFolder : IDisposable
{
    /// <summary>Short, because a socket's path in it must fit 107 bytes.</summary>
    public MeasuredFolder(string parent) =>
        Path = Directory.CreateDirectory(System.IO.Path.Combine(System.IO.Path.GetFullPath(parent), $"{Environment.ProcessId}")).FullName;

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
