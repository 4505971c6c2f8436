using Edge.Processes;
using Edge.Testing;

namespace Edge.Gateway.Tests.Budget;

/// <summary>A real file system of a few megabytes, which root may mount; filled by a file of somebody else's.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly TemporaryDirectory _folder = new();

    private SmallDisk() => Directory.CreateDirectory(Path);

    public string Path => _folder.File("mounted");

    public long Free => new DriveInfo(Path).AvailableFreeSpace;

    private string Other => System.IO.Path.Combine(Path, "somebody-else");

    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var disk = new SmallDisk();
        await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk.Path);
        return disk;
    }

    /// <summary>ext4 in a file, as on a card.</summary>
    /// <param name="options">Of mount, more than loop.</param>
    public static async Task<SmallDisk> MountExt4Async(int megabytes, string options = "errors=continue")
    {
        var disk = new SmallDisk();
        var image = disk._folder.File("image");
        using (var file = File.Create(image))
            file.SetLength(megabytes * 1024L * 1024);
        await RunAsync("mke2fs", "-q", "-t", "ext4", "-F", image);
        await RunAsync("mount", "-o", $"loop,{options}", image, disk.Path);
        return disk;
    }

    /// <summary>While nobody has a file open for writing.</summary>
    public Task RemountAsync(string how) => RunAsync("mount", "-o", $"remount,{how}", Path);

    /// <summary>What the kernel does after an error of the device, whoever writes: ext4 ends its journal, and takes nothing more until it is mounted anew.</summary>
    public Task AbortAsync() => RunAsync("mount", "-o", "remount,abort", Path);

    /// <summary>As an operator mends that.</summary>
    public async Task MendAsync()
    {
        await RunAsync("umount", Path);
        await RunAsync("mount", "-o", "loop", _folder.File("image"), Path);
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
