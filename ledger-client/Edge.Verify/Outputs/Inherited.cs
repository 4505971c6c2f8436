using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Edge.Verify.Outputs;

/// <summary>Descriptors that whoever started this program opened for it, by proc_pid_fdinfo(5). The runtime's own are closed on exec, and writing to one would harm it.</summary>
internal static class Inherited
{
    private const int BadDescriptor = 9;
    private const int AccessMode = 3;
    private const int CloseOnExec = 0x80000;

    /// <exception cref="IOException">It is not open, not inherited, or not for writing.</exception>
    public static void Require(int descriptor)
    {
        if (OperatingSystem.IsLinux() && Flags(descriptor) is var flags && (flags is null || (flags & AccessMode) == 0 || (flags & CloseOnExec) != 0))
            throw new IOException($"descriptor {descriptor}", BadDescriptor);
    }

    /// <summary>Written to as it is: it alone knows where. What is said on standard output afterwards goes behind it.</summary>
    public static Stream Open(int descriptor) => descriptor switch
    {
        1 => Console.OpenStandardOutput(),
        2 => Console.OpenStandardError(),
        _ => new FileStream(new SafeFileHandle(descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0),
    };

    private static int? Flags(int descriptor)
    {
        var info = $"/proc/self/fdinfo/{descriptor.ToString(CultureInfo.InvariantCulture)}";
        return File.Exists(info) ? File.ReadLines(info).Where(l => l.StartsWith("flags:", StringComparison.Ordinal)).Select(l => (int?)Convert.ToInt32(l["flags:".Length..].Trim(), 8)).FirstOrDefault() : null;
    }
}
