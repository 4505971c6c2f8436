using System.Device.Gpio;
using System.Device.Gpio.Drivers;
using System.Globalization;
using System.Runtime.InteropServices;
using Edge.Sensors.Buses.Linux;

namespace Edge.Sensors.Stacks;

/// <summary>The board's GPIO chips through libgpiod, version 2 where it is installed, otherwise 1.</summary>
internal static unsafe class GpiodChips
{
    private const string Prefix = "gpiochip";

    // The names by which the package's drivers load it: version 2 of the interface is libgpiod.so.3.
    private static readonly bool HasSecond = NativeLibrary.TryLoad("libgpiod.so.3", out _);
    private static readonly bool HasFirst = NativeLibrary.TryLoad("libgpiod.so.2", out _) || NativeLibrary.TryLoad("libgpiod.so.1", out _);

    /// <summary>Whether libgpiod is on this board.</summary>
    public static bool IsInstalled => HasSecond || HasFirst;

    /// <summary>The driver of the chip with a label (or kernel name); null if there is none, with why.</summary>
    public static GpioDriver? TryOpen(string label, out string trouble)
    {
        if (NumberOf(label, out trouble) is not { } number)
            return null;
        if (!IsInstalled)
        {
            trouble = $"{label} cannot be used: there is no libgpiod here. Install it (apt install libgpiod3; on Debian 12 libgpiod2).";
            return null;
        }

        try
        {
            return HasSecond ? new LibGpiodV2Driver(number) : new LibGpiodDriver(number);
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            trouble = $"{label} cannot be used: {failure.Message.TrimEnd('.')}. Add this user to the group gpio, and check that no other program holds the chip.";
            return null;
        }
    }

    /// <summary>Whether it comes from the library or the kernel, and is not a mistake in the program.</summary>
    public static bool IsFailure(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or InvalidOperationException or PlatformNotSupportedException or DllNotFoundException or EntryPointNotFoundException or TypeInitializationException or GpiodException;

    /// <summary>N of /dev/gpiochipN. The kernel is asked: the package's list of chips ends the process where one of them cannot be opened (libgpiod 1 gives it no iterator, and it goes on).</summary>
    private static int? NumberOf(string label, out string trouble)
    {
        var chip = GpioChip.Open(label, "/dev", out trouble);
        if (chip < 0)
            return null;
        var info = new Buses.Linux.GpioChipInfo();
        var name = LibC.Ioctl(chip, GpioUapi.GetChipInfo, &info) == 0 ? GpioChip.Text(info.Name) : "";
        _ = LibC.Close(chip);
        if (name.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        trouble = $"{label} has disappeared: check the board's connection.";
        return null;
    }
}
