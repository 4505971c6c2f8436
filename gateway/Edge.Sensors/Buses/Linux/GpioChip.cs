using System.Runtime.InteropServices;
using System.Text;

namespace Edge.Sensors.Buses.Linux;

/// <summary>Finds a GPIO chip by its label: numbers differ between board revisions, labels do not.</summary>
internal static unsafe class GpioChip
{
    /// <summary>Opens the chip with that label (or kernel name). Negative when there is none; then <paramref name="trouble"/> says why.</summary>
    public static int Open(string label, string deviceFolder, out string trouble) => Open(label, deviceFolder, out trouble, out _);

    /// <summary>The same; <paramref name="isDenied"/>: a chip could not be opened, so it might be that one.</summary>
    public static int Open(string label, string deviceFolder, out string trouble, out bool isDenied) => Open(label, deviceFolder, [], out trouble, out isDenied);

    /// <summary>The same; <paramref name="seen"/> gets the labels of those that were not it.</summary>
    public static int Open(string label, string deviceFolder, List<string> seen, out string trouble, out bool isDenied)
    {
        isDenied = false;
        var denied = "";
        foreach (var path in Directory.Exists(deviceFolder) ? Directory.GetFiles(deviceFolder, "gpiochip*").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            var descriptor = LibC.Open(path, LibC.OpenReadWrite | LibC.CloseOnExec);
            if (descriptor < 0)
            {
                denied = Errno.Explain(path, Marshal.GetLastPInvokeError(), "gpio", "the chip has disappeared");
                continue;
            }
            var info = new GpioChipInfo();
            if (LibC.Ioctl(descriptor, GpioUapi.GetChipInfo, &info) == 0)
            {
                if (Text(info.Label) == label || Text(info.Name) == label)
                {
                    trouble = "";
                    return descriptor;
                }
                seen.Add(Text(info.Label));
            }
            _ = LibC.Close(descriptor);
        }
        isDenied = denied.Length > 0;
        trouble = denied.Length > 0 ? denied
            : seen.Count > 0 ? $"there is no GPIO chip labelled {label}: write one of {string.Join(", ", seen)}."
            : $"there is no GPIO chip in {deviceFolder}: check that the kernel has the GPIO character device.";
        return -1;
    }

    /// <summary>A name of the kernel's.</summary>
    public static string Text(in Name32 name)
    {
        ReadOnlySpan<byte> bytes = name;
        var end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }
}
