using System.Globalization;
using Edge.Sensors.Buses.Linux;
using Edge.Sensors.Stacks;

namespace Edge.Gateway.Doctor;

/// <summary>What the kernel tells of this board, and what it lacks; nothing is opened but GPIO chips, for their labels.</summary>
/// <param name="system">Usually /sys.</param>
/// <param name="devices">Usually /dev.</param>
/// <param name="missingLibrary">Which library that GPIO lines need is not installed; null: none is missing.</param>
public sealed class Board(string system, string devices, string? missingLibrary)
{
    private const string ModelFile = "firmware/devicetree/base/model";

    /// <summary>The one that this program runs on.</summary>
    public static Board Own => new("/sys", "/dev", Copper.MissingLibrary);

    /// <summary>Which library that GPIO lines need is not installed; null when none is missing.</summary>
    public string? MissingLibrary => missingLibrary;

    /// <summary>As the board calls itself, for example Raspberry Pi 4 Model B Rev 1.4; null when it does not say.</summary>
    public string? Model => Line(Path.Combine(system, ModelFile))?.TrimEnd('\0');

    /// <summary>I2C adapters with their kernel names: i2c-1 (bcm2835 (i2c@7e804000)).</summary>
    public IReadOnlyList<string> Adapters =>
        [.. Entries(Path.Combine(system, "bus/i2c/devices"), "i2c-*").Select(p => Path.GetFileName(p) + (Line(Path.Combine(p, "name")) is { } name ? $" ({name})" : ""))];

    /// <summary>Labels of GPIO chips that this user may ask.</summary>
    public IReadOnlyList<string> Chips => LinuxGpioChips.Labels(devices);

    /// <summary>Serial adapters by the names that stay when another is plugged in.</summary>
    public IReadOnlyList<string> SerialAdapters => [.. Entries(Path.Combine(devices, "serial/by-id"), "*")];

    /// <summary>Serial numbers of 1-wire thermometers.</summary>
    /// <param name="folder">The kernel's folder of devices.</param>
    public static IReadOnlyList<string> Thermometers(string folder) => [.. Entries(folder, "28-*").Select(p => Path.GetFileName(p))];

    /// <summary>Addresses of an adapter that a driver of the kernel has, such as that of a clock; by the driver's name.</summary>
    /// <param name="device">For example /dev/i2c-1.</param>
    public IReadOnlyDictionary<byte, string> OfKernel(string device)
    {
        var owned = new Dictionary<byte, string>();
        var number = Path.GetFileName(device).Split('-')[^1];
        foreach (var path in Entries(Path.Combine(system, "bus/i2c/devices"), $"{number}-*"))
        {
            var driver = new DirectoryInfo(Path.Combine(path, "driver"));
            if (driver.Exists && byte.TryParse(Path.GetFileName(path).Split('-')[1].AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var address))
                owned[address] = Path.GetFileName(driver.LinkTarget ?? driver.Name);
        }

        return owned;
    }

    private static IEnumerable<string> Entries(string folder, string pattern)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetFileSystemEntries(folder, pattern).Order(StringComparer.Ordinal) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string? Line(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
