using System.Runtime.InteropServices;

namespace Edge.Sensors.Ina226;

/// <summary>The registers of one round.</summary>
/// <param name="Bus">1.25 mV per code, 15 bits.</param>
/// <param name="Shunt">2.5 uV per code.</param>
/// <param name="Current">Steps of the calibration.</param>
/// <param name="Power">25 steps per code, magnitude.</param>
/// <param name="Overflow">The chip's own word that current or power overflowed.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Ina226Codes(ushort Bus, short Shunt, short Current, ushort Power, bool Overflow)
{
    public bool BusSaturated => Bus >= 0x7FFF;

    public bool CurrentSaturated => Overflow || Shunt is short.MaxValue or short.MinValue || Current is short.MaxValue or short.MinValue;

    public int SignedPower => Current < 0 ? -Power : Power;
}
