using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Edge.Gateway.Time.Rtc;

/// <summary>RTC_VL_READ, by ioctl(2) on a clock's device file.</summary>
public sealed partial class DeviceRtcFlags(string device) : IRtcFlags
{
    /// <summary>_IOR('p', 0x13, unsigned int).</summary>
    private const nuint VoltageLowRead = 0x80047013;

    private const int NotSupported = 25;
    private const int Invalid = 22;

    public uint? Read(out string why)
    {
        why = "";
        try
        {
            using var file = File.OpenHandle(device);
            if (IoCtl(file, VoltageLowRead, out var flags) == 0)
                return flags;
            var error = Marshal.GetLastPInvokeError();
            why = error is NotSupported or Invalid
                ? $"its driver does not tell (RTC_VL_READ on {device}); a clock that tells is needed"
                : $"{device}: {Marshal.GetPInvokeErrorMessage(error)}";
        }
        catch (UnauthorizedAccessException)
        {
            why = $"{device} may not be read by this user; let it by a udev rule (SUBSYSTEM==\"rtc\", GROUP=\"edge\", MODE=\"0640\")";
        }
        catch (IOException e)
        {
            why = e.Message;
        }

        return null;
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int IoCtl(SafeFileHandle file, nuint request, out uint flags);
}
