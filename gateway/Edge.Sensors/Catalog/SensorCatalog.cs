using Edge.Sensors.Ade7953;
using Edge.Sensors.Ads1x15;
using Edge.Sensors.Bme280;
using Edge.Sensors.Buses.Sharing;
using Edge.Sensors.Contact;
using Edge.Sensors.Ds18b20;
using Edge.Sensors.Ds3231;
using Edge.Sensors.Ezo;
using Edge.Sensors.Ina219;
using Edge.Sensors.Ina226;
using Edge.Sensors.Ina228;
using Edge.Sensors.Mcp3424;
using Edge.Sensors.PulseFlow;
using Edge.Sensors.Pzem;

namespace Edge.Sensors.Catalog;

/// <summary>The drivers there are.</summary>
public static class SensorCatalog
{
    private static readonly ISensorBinding[] Bindings =
    [
        new Ads1x15Binding(Ads1x15Chip.Ads1115), new Ads1x15Binding(Ads1x15Chip.Ads1015), new Mcp3424Binding(),
        new Ina219Binding(), new Ina226Binding(), new Ina228Binding(), new Ade7953Binding(), new PzemBinding(), .. EzoKind.All.Select(k => new EzoBinding(k)), new Bme280Binding(), new Ds18b20Binding(), new Ds3231Binding(), new PulseFlowBinding(), new ContactBinding(),
    ];

    /// <summary>The words that <c>driver:</c> may be.</summary>
    public static IEnumerable<string> Drivers => Bindings.Select(b => b.Driver);

    /// <summary>The driver of that word; null when there is none.</summary>
    public static ISensorBinding? Find(string? driver) => Array.Find(Bindings, b => b.Driver == driver);

    /// <summary>Reads one element of <c>sensors:</c>. Null when there were problems; they are in the request's list.</summary>
    public static SensorPlan? Read(SensorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.ProblemCount;
        var driver = request.Sensor.RequiredText("driver", "ads1115", Allowed.OneOf([.. Drivers]));
        var binding = Find(driver);
        if (binding is null)
        {
            if (driver.Length > 0)
                request.Sensor.Complain("driver", $"\"{driver}\" is not a driver; write {string.Join(", ", Drivers)}");
            return null;
        }
        var plan = binding.Read(request);
        // Of a sensor that is refused it is not known how it is wired: what may belong to it is not called unknown.
        if (plan is null || plan.Wiring == Wiring.I2c)
        {
            var slot = SlotSettings.Read(request.Sensor);
            if (plan is not null)
                plan.Slot = slot;
        }
        request.Sensor.RefuseUnknown();
        request.Options.RefuseUnknown();
        foreach (var channel in request.Channels)
            channel.RefuseUnknown();
        if (plan is not null && plan.Period < plan.Duration)
            request.Sensor.Complain("period", $"{DurationText.Format(plan.Period)} is shorter than one round takes; write at least {Math.Ceiling(plan.Duration.TotalMilliseconds)}ms");
        return request.ProblemCount == before ? plan : null;
    }
}
