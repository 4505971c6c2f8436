using System.Globalization;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Configuration;

/// <summary>Where a sensor is, as far as that is written: known also of one that cannot be used for another fault.</summary>
/// <param name="Path">Of the sensor.</param>
/// <param name="Setting">Which setting says it: address, line or device.</param>
/// <param name="Place">A number in decimals, whatever form it is written in.</param>
internal sealed record WrittenPlace(string Path, string Bus, string Setting, string Place)
{
    public static WrittenPlace Of(SensorPlan plan, string path) => new(
        path, plan.Bus, SensorSection.PlaceOf(plan.Wiring), plan.Wiring == Wiring.OneWire ? plan.PlaceText : plan.Place.ToString(CultureInfo.InvariantCulture));

    /// <summary>The line beside its bus, where it has one.</summary>
    public static IEnumerable<WrittenPlace> Second(SensorPlan plan, string path) =>
        plan.SecondPlace is { } second ? [new WrittenPlace(path, second.Bus, "line", second.Line.ToString(CultureInfo.InvariantCulture))] : [];

    /// <summary>None where a bus is not written, or a place neither written nor the driver's usual one.</summary>
    public static IEnumerable<WrittenPlace> Of(SettingBag sensor, string path)
    {
        if (sensor.Text("bus") is not { } bus)
            yield break;
        var driver = SensorCatalog.Find(sensor.Text("driver"));
        foreach (var setting in driver is null ? ["address", "line", "device"] : new[] { SensorSection.PlaceOf(driver.Wiring) })
        {
            if (Text(sensor, setting) is { } text)
                yield return new WrittenPlace(path, bus, setting, NumberText.TryParse(text, out int number) ? number.ToString(CultureInfo.InvariantCulture) : text);
            else if (driver?.UsualAddress is { } usual && !sensor.IsWritten(setting))
                yield return new WrittenPlace(path, bus, setting, usual.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>What is written, also under a misspelt <c>address</c>: what else it says is refused by itself.</summary>
    private static string? Text(SettingBag sensor, string setting) => sensor.IsWritten(setting) ? sensor.Text(setting)
        : setting == "address" && Misspelt.FirstOrDefault(sensor.IsWritten) is { } name ? sensor.Text(name) : null;

    private static readonly string[] Misspelt = ["adress", "addres", "adres", "addr", "adr", "Address", "adresse", "i2c_address"];
}
