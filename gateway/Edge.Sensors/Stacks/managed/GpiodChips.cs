using System.Device.Gpio;
using System.Device.Gpio.Drivers;
using System.Globalization;
using Edge.Sensors.Buses.Linux;

namespace Edge.Sensors.Stacks;

/// <summary>The board's GPIO chips through libgpiod, version 2 where it is installed, otherwise 1.</summary>
internal static unsafe class GpiodChips
{
    private const string Prefix = "gpiochip";

    /// <summary>The driver of the chip with a label (or kernel name); null if there is none, with why.</summary>
    public static GpioDriver? TryOpen(string label, out string trouble)
    {
        if (NumberOf(label, out trouble) is not { } number)
            return null;
        foreach (var open in Versions)
        {
            try
            {
                return open(number);
            }
            catch (Exception failure) when (IsFailure(failure))
            {
                trouble = $"{label} cannot be used: {failure.Message.TrimEnd('.')}. Install libgpiod (apt install libgpiod2), and add this user to the group gpio.";
            }
        }

        return null;
    }

    /// <summary>Whether it comes from the library or the kernel, and is not a mistake in the program.</summary>
    public static bool IsFailure(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or InvalidOperationException or PlatformNotSupportedException or DllNotFoundException or EntryPointNotFoundException or TypeInitializationException or GpiodException;

    private static Func<int, GpioDriver>[] Versions => [number => new LibGpiodV2Driver(number), number => new LibGpiodDriver(number)];

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
