using Edge.Sensors.Catalog;
using Edge.Sensors.Ina2xx;

namespace Edge.Sensors.Ina219;

/// <summary>Reads <c>driver: ina219</c>.</summary>
public sealed class Ina219Binding : Ina2xxBinding
{
    /// <inheritdoc/>
    public override string Driver => "ina219";

    /// <inheritdoc/>
    protected override Ina2xxOptions ReadChip(SettingBag options) => new Ina219Options
    {
        BusRange = options.Integer("bus_range", 32, Allowed.Only([16, 32])),
        Averaging = options.Integer("averaging", 16, Allowed.Only(Ina219Chip.Averaging)),
        Outputs = [],
    };
}
