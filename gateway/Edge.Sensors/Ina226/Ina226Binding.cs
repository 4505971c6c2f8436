using Edge.Sensors.Catalog;
using Edge.Sensors.Ina2xx;

namespace Edge.Sensors.Ina226;

/// <summary>Reads <c>driver: ina226</c>.</summary>
public sealed class Ina226Binding : Ina2xxBinding
{
    /// <inheritdoc/>
    public override string Driver => "ina226";

    /// <inheritdoc/>
    protected override Ina2xxOptions ReadChip(SettingBag options) => new Ina226Options
    {
        Averaging = options.Integer("averaging", 16, Allowed.Only(Ina226Chip.Averaging)),
        ConversionUs = options.Integer("conversion_us", 1100, Allowed.Only(Ina226Chip.ConversionTimes)),
        Outputs = [],
    };
}
