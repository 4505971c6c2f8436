using System.Runtime.CompilerServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary><c>__u32 padding[6]</c>.</summary>
[InlineArray(6)]
public struct Padding6
{
    private uint _first;
}
