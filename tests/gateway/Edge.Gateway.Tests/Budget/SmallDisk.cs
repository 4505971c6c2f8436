using Edge.Processes;
using Edge.Testing;

namespace Edge.Gateway.Tests.Budget;

/// <summary>A real file system of a few megabytes (tmpfs), which root may mount; filled by a file of somebody else's.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public string Path => _folder.Path;

    public long Free => new DriveInfo(Path).AvailableFreeSpace;

    private string Other => _folder.File("somebody-else");

    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var disk = new SmallDisk();
        await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Path);
        return disk;
    }

    /// <summary>To the last byte.</summary>
    public void Fill()
    {
        using var file = new FileStream(Other, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var piece = 1024 * 1024; piece > 0; piece /= 2)
        {
            try
            {
                while (true)
                    file.Write(new byte[piece]);
            }
            catch (IOException)
            {
                // No more of that size.
            }
        }
    }

    public void GiveBack() => File.Delete(Other);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", Path);
        _folder.Dispose();
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        await using var run = ChildProcess.Start(program, arguments);
        if (await run.WaitForExit() != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {run.Error}");
    }
}
