using System.Runtime.InteropServices;

namespace Edge.Sensors.Bme280;

/// <summary>What the converter gave in one conversion.</summary>
/// <param name="Pressure">20 bits.</param>
/// <param name="Temperature">20 bits.</param>
/// <param name="Humidity">16 bits.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Bme280Codes(int Pressure, int Temperature, int Humidity)
{
    /// <summary>Reads the eight bytes from <see cref="Bme280Register.Data"/> on.</summary>
    public static Bme280Codes Read(ReadOnlySpan<byte> data) => new(
        data[0] << 12 | data[1] << 4 | data[2] >> 4, data[3] << 12 | data[4] << 4 | data[5] >> 4, data[6] << 8 | data[7]);

    /// <summary>The code of a quantity.</summary>
    public int Of(Bme280Quantity quantity) => quantity switch
    {
        Bme280Quantity.Temperature => Temperature,
        Bme280Quantity.Pressure => Pressure,
        _ => Humidity,
    };

    /// <summary>Whether nothing was measured since power-on. One code alone may be a real one: 80000h is a temperature of an ordinary room.</summary>
    public bool AreSkipped => this == new Bme280Codes(Bme280Chip.Skipped, Bme280Chip.Skipped, Bme280Chip.SkippedHumidity);

    /// <summary>Whether a quantity's code stands at an end of its range.</summary>
    public bool AtEnd(Bme280Quantity quantity) =>
        Of(quantity) == 0 || Of(quantity) >= (quantity == Bme280Quantity.Humidity ? 0xFFFF : 0xFFFF0);
}
