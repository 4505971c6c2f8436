using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary>The kernel's 1-wire thermometers: a folder per device, whose file <c>w1_slave</c> converts when it is read (kernel, Documentation/w1/slaves/w1_therm.rst).</summary>
public sealed unsafe class LinuxOneWire : IOneWire
{
    private readonly string _folder;
    private readonly ConcurrentDictionary<string, string> _paths = new();
    private volatile string? _trouble;

    /// <param name="folder">Usually /sys/bus/w1/devices.</param>
    /// <param name="name">The bus' name in the configuration.</param>
    public LinuxOneWire(string folder, string name)
    {
        _folder = folder;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Trouble => _trouble;

    /// <inheritdoc/>
    public OneWireStatus Read(string device, Span<byte> scratchpad)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (!_paths.TryGetValue(device, out var path))
            path = _paths.GetOrAdd(device, Path.Combine(_folder, device, "w1_slave"));
        var descriptor = LibC.Open(path, LibC.OpenReadOnly | LibC.CloseOnExec);
        if (descriptor < 0)
            return Explain(path, Marshal.GetLastPInvokeError());
        _trouble = null;
        Span<byte> text = stackalloc byte[OneWireText.LongestText];
        var length = ReadAll(descriptor, text);
        _ = LibC.Close(descriptor);
        return length <= 0 ? OneWireStatus.NoDevice
            : OneWireText.TryRead(text[..length], scratchpad) ? OneWireStatus.Ok
            : OneWireStatus.Malformed;
    }

    /// <summary>Bytes read; 0 or less when the kernel found no device that answers, which it says with an error or an empty file.</summary>
    private static int ReadAll(int descriptor, Span<byte> text)
    {
        var length = 0;
        fixed (byte* start = text)
        {
            while (length < text.Length)
            {
                var count = LibC.Read(descriptor, start + length, (nuint)(text.Length - length));
                if (count < 0 && Marshal.GetLastPInvokeError() == Errno.EIntr)
                    continue;
                if (count < 0)
                    return -1;
                if (count == 0)
                    return length;
                length += (int)count;
            }
        }

        return length;
    }

    private OneWireStatus Explain(string path, int errno)
    {
        if (errno == Errno.ENoEnt && Directory.Exists(_folder))
        {
            _trouble = null;
            return OneWireStatus.NoDevice;
        }

        _trouble = Errno.Explain(errno == Errno.ENoEnt ? _folder : path, errno, "root", "switch 1-wire on (dtoverlay=w1-gpio in config.txt, modules w1-gpio and w1-therm)");
        return OneWireStatus.Gone;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
