using System.Runtime.CompilerServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary><c>__u32 padding[5]</c>.</summary>
[InlineArray(5)]
public struct Padding5
{
    private uint _first;
}
