using System.Device.Gpio;
using System.Device.Gpio.Drivers;

namespace Edge.Sensors.Stacks;

/// <summary>The board's GPIO chips through libgpiod, version 2 where it is installed, otherwise 1.</summary>
internal static class GpiodChips
{
    /// <summary>The driver of the chip with a label (or kernel name); null if there is none, with why.</summary>
    public static GpioDriver? TryOpen(string label, out string trouble)
    {
        trouble = $"There is no GPIO chip {label}: check its label with gpiodetect.";
        foreach (var (chips, open) in Versions)
        {
            try
            {
                if (chips().FirstOrDefault(chip => chip.Label == label || chip.Name == label) is { } found)
                    return open(found.Id);
                return null;
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

    private static (Func<IList<GpioChipInfo>>, Func<int, GpioDriver>)[] Versions =>
    [
        (LibGpiodV2Driver.GetAvailableChips, number => new LibGpiodV2Driver(number)),
        (LibGpiodDriver.GetAvailableChips, number => new LibGpiodDriver(number)),
    ];
}
