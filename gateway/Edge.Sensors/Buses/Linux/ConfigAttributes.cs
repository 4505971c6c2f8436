using System.Runtime.CompilerServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary><c>struct gpio_v2_line_config_attribute[10]</c>, 24 bytes each, unused here.</summary>
[InlineArray(30)]
public struct ConfigAttributes
{
    private ulong _first;
}
