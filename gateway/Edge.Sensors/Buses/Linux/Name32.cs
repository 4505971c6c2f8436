using System.Runtime.CompilerServices;

namespace Edge.Sensors.Buses.Linux;

/// <summary><c>char[32]</c>.</summary>
[InlineArray(32)]
public struct Name32
{
    private byte _first;
}
