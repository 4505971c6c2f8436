using System.Text.RegularExpressions;
using Edge.Sensors.Catalog;

namespace Edge.Sensors.Ds18b20;

/// <summary>Which DS18B20.</summary>
/// <param name="Device">Family and serial as the kernel writes them: 28- and twelve of 0-9 a-f.</param>
public sealed partial record Ds18b20Options(string Device)
{
    internal const string Serials = "^28-[0-9a-f]{12}$";

    /// <summary>Channel name. The default value is "temperature".</summary>
    public string Channel { get; init; } = "temperature";

    /// <summary>What is wrong, empty when nothing.</summary>
    public IEnumerable<OptionProblem> Validate()
    {
        if (Device.Length > 0 && !Serial().IsMatch(Device))
            yield return new("device", $"\"{Device}\" is not a DS18B20; write its folder's name as ls /sys/bus/w1/devices shows it, for example 28-0316a27913ff.");
    }

    [GeneratedRegex(Serials)]
    private static partial Regex Serial();
}
