using Edge.Sensors.Catalog;
using Edge.Sensors.Ina2xx;

namespace Edge.Sensors.Ina228;

/// <summary>Reads <c>driver: ina228</c>.</summary>
public sealed class Ina228Binding : Ina2xxBinding
{
    /// <inheritdoc/>
    public override string Driver => "ina228";

    /// <inheritdoc/>
    protected override Ina2xxOptions ReadChip(SettingBag options) => new Ina228Options
    {
        Averaging = options.Integer("averaging", 16, Allowed.Only(Ina228Chip.Averaging)),
        ConversionUs = options.Integer("conversion_us", 1052, Allowed.Only(Ina228Chip.ConversionTimes)),
        Outputs = [],
    };
}
