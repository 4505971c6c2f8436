using System.Buffers.Binary;

namespace Edge.Sensors.Bme280;

/// <summary>
/// The coefficients that the maker burnt into a chip, and the compensation they are for: datasheet BST-BME280-DS002 tables 16 and section 8.1, in double precision.
/// </summary>
public sealed class Bme280Coefficients
{
    /// <summary>Bytes from <see cref="Bme280Register.CoefficientsLow"/> on.</summary>
    public const int LowBytes = 26;

    /// <summary>Bytes from <see cref="Bme280Register.CoefficientsHigh"/> on.</summary>
    public const int HighBytes = 7;

    private readonly double _t1, _t2, _t3;
    private readonly double[] _p = new double[9];
    private readonly double _h1, _h2, _h3, _h4, _h5, _h6;

    /// <summary>Reads the chip's memory.</summary>
    /// <param name="low">The bytes at 0x88 to 0xA1.</param>
    /// <param name="high">The bytes at 0xE1 to 0xE7.</param>
    public Bme280Coefficients(ReadOnlySpan<byte> low, ReadOnlySpan<byte> high)
    {
        _t1 = BinaryPrimitives.ReadUInt16LittleEndian(low);
        _t2 = BinaryPrimitives.ReadInt16LittleEndian(low[2..]);
        _t3 = BinaryPrimitives.ReadInt16LittleEndian(low[4..]);
        _p[0] = BinaryPrimitives.ReadUInt16LittleEndian(low[6..]);
        for (var i = 1; i < _p.Length; i++)
            _p[i] = BinaryPrimitives.ReadInt16LittleEndian(low[(6 + 2 * i)..]);
        _h1 = low[25];
        _h2 = BinaryPrimitives.ReadInt16LittleEndian(high);
        _h3 = high[2];
        _h4 = (sbyte)high[3] * 16 + (high[4] & 0x0F);
        _h5 = (sbyte)high[5] * 16 + (high[4] >> 4);
        _h6 = (sbyte)high[6];
    }

    /// <summary>Whether this can be a chip's memory: the coefficients everything is divided or multiplied by are not 0 and not what an erased or floating one reads.</summary>
    public bool ArePlausible => _t1 is > 0 and < 65_535 && _p[0] is > 0 and < 65_535 && _t2 is not (0 or -1);

    /// <summary>The fine temperature, 1/5120 degC, which the others need.</summary>
    public double Fine(int temperature)
    {
        var deviation = temperature / 16_384.0 - _t1 / 1024;
        return deviation * _t2 + deviation * deviation / 64 * _t3;
    }

    /// <summary>degC.</summary>
    public static double Celsius(double fine) => fine / 5120;

    /// <summary>Pa; not a number where the coefficients leave none.</summary>
    public double Pascals(int pressure, double fine)
    {
        var x = fine / 2 - 64_000;
        var offset = (x * x * _p[5] / 32_768 + x * _p[4] * 2) / 4 + _p[3] * 65_536;
        var slope = (1 + (_p[2] * x * x / 524_288 + _p[1] * x) / 524_288 / 32_768) * _p[0];
        var first = (1_048_576 - pressure - offset / 4096) * 6250 / slope;
        return slope == 0 ? double.NaN : first + (_p[8] * first * first / 2_147_483_648 + first * _p[7] / 32_768 + _p[6]) / 16;
    }

    /// <summary>%RH, 0 to 100 as the datasheet limits it.</summary>
    public double RelativeHumidity(int humidity, double fine)
    {
        var x = fine - 76_800;
        var straight = (humidity - (_h4 * 64 + _h5 / 16_384 * x)) * (_h2 / 65_536 * (1 + _h6 / 67_108_864 * x * (1 + _h3 / 67_108_864 * x)));
        return Math.Clamp(straight * (1 - _h1 * straight / 524_288), 0, 100);
    }

    /// <summary>The value of a quantity in its unit.</summary>
    public double Value(Bme280Quantity quantity, in Bme280Codes codes) => quantity switch
    {
        Bme280Quantity.Temperature => Celsius(Fine(codes.Temperature)),
        Bme280Quantity.Pressure => Pascals(codes.Pressure, Fine(codes.Temperature)),
        _ => RelativeHumidity(codes.Humidity, Fine(codes.Temperature)),
    };
}
