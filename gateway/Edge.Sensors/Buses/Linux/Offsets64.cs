using System.Runtime.CompilerServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary><c>__u32 offsets[64]</c>.</summary>
[InlineArray(64)]
public struct Offsets64
{
    private uint _first;
}
