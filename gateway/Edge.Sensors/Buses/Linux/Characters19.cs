using System.Runtime.CompilerServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary><c>cc_t c_cc[NCCS]</c>.</summary>
[InlineArray(19)]
public struct Characters19
{
    private byte _first;
}
