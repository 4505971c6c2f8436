using System.Globalization;
using Edge.Bench.Machine;

namespace Edge.Bench.Wear;

/// <summary>A block device of its own, made of a file, with an ext4 file system as a card has it: what the kernel writes to it, journal included, is counted by the kernel.</summary>
internal sealed class LoopDisk : IWriteMeter
{
    private const long Size = 256 << 20;
    private const int SectorLength = 512;

    /// <summary>Field of /sys/block/DEV/stat: sectors written (Documentation/block/stat.rst).</summary>
    private const int SectorsWritten = 6;

    private readonly string _image, _device;

    /// <exception cref="BenchException">This process may not, or there are no loop devices here.</exception>
    public LoopDisk(string folder, string name)
    {
        Folder = Path.Combine(folder, name);
        _image = Folder + ".img";
        using (var image = File.Create(_image))
            image.SetLength(Size);
        // Blocks as on a card, which so small a file system would not get by itself; and nothing left for the kernel to initialise later, which would be counted here.
        Tool.Run("mkfs.ext4", "-q", "-F", "-b", "4096", "-E", "lazy_itable_init=0,lazy_journal_init=0", _image);
        Directory.CreateDirectory(Folder);
        _device = Tool.Run("losetup", "--find", "--show", _image);
        try
        {
            Tool.Run("mount", _device, Folder);
        }
        catch
        {
            Tool.Run("losetup", "--detach", _device);
            throw;
        }
    }

    public string Folder { get; }

    public long Written()
    {
        Tool.Run("sync", "--file-system", Folder);
        var fields = File.ReadAllText($"/sys/block/{Path.GetFileName(_device)}/stat").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return long.Parse(fields[SectorsWritten], CultureInfo.InvariantCulture) * SectorLength;
    }

    public void Dispose()
    {
        Tool.Run("umount", Folder);
        Tool.Run("losetup", "--detach", _device);
        File.Delete(_image);
    }
}
