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

    /// <summary>None where a bus or a place is not written: what the driver would take instead is not known.</summary>
    public static IEnumerable<WrittenPlace> Of(SettingBag sensor, string path)
    {
        if (sensor.Text("bus") is not { } bus)
            yield break;
        foreach (var setting in new[] { "address", "line", "device" })
        {
            if (sensor.IsWritten(setting) && sensor.Text(setting) is { } text)
                yield return new WrittenPlace(path, bus, setting, NumberText.TryParse(text, out int number) ? number.ToString(CultureInfo.InvariantCulture) : text);
        }
    }
}
