using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Linux;

namespace Edge.Sensors.Stacks;

/// <summary>The board's own buses, by what this build was made with (MSBuild property <c>Stack</c>): the kernel's own interfaces.</summary>
public static class Copper
{
    /// <summary>Whether edges bear the kernel's stamp and number, so that none comes late and one that was lost is noticed.</summary>
    public static bool KeepsEdges => true;

    /// <summary>The library that GPIO lines need and that is not on this board: the kernel needs none.</summary>
    public static string? MissingLibrary => null;

    /// <param name="device">For example /dev/i2c-1.</param>
    /// <param name="name">The bus' name in the configuration.</param>
    /// <param name="time">For back-off.</param>
    /// <param name="timeout">Longest transfer.</param>
    public static II2cBus I2c(string device, string name, TimeProvider time, TimeSpan timeout) => new LinuxI2cBus(device, name, time, timeout);

    /// <param name="chip">The chip's label.</param>
    /// <param name="offset">The line's offset on it.</param>
    /// <param name="setup">What holds it, which edges are wanted.</param>
    /// <param name="time">The clock of the edges.</param>
    public static IGpioLine Line(string chip, int offset, LineSetup setup, TimeProvider time) => new LinuxGpioLine(chip, offset, setup);
}
