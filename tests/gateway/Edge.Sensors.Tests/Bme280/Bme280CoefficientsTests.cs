using System.Buffers.Binary;
using Edge.Sensors.Bme280;

namespace Edge.Sensors.Tests.Bme280;

public sealed class Bme280CoefficientsTests
{
    // One chip's memory, codes, degC and %RH as published in Bosch's community forum, "BME280 Data to test Calculations", 2019-09-04.
    private static readonly Bme280Coefficients Published = new(
        Convert.FromHexString("6C6E77663200A89227D5D00B6F18CAFFF9FFAC260AD8BD10004B"), Convert.FromHexString("650100140B001E"));

    // The worked example of the BMP280's datasheet, BST-BMP280-DS001 section 3.12, whose temperature and pressure are the BME280's.
    private static readonly Bme280Coefficients Example = Of([27504, 26435, -1000, 36477, -10685, 3024, 2855, 140, -7, 15500, -14600, 6000]);

    private static Bme280Coefficients Of(int[] words, byte h1 = 0, string high = "00000000000000")
    {
        var low = new byte[Bme280Coefficients.LowBytes];
        for (var i = 0; i < words.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(low.AsSpan(2 * i), unchecked((ushort)words[i]));
        low[25] = h1;
        return new Bme280Coefficients(low, Convert.FromHexString(high));
    }

    [Fact]
    public void The_datasheets_worked_example_holds_for_temperature_and_pressure()
    {
        var fine = Example.Fine(519_888);
        Assert.Equal(128_422, Math.Floor(fine));
        Assert.Equal(25.08, Bme280Coefficients.Celsius(fine), 0.005);
        Assert.Equal(100_653.27, Example.Pascals(415_148, fine), 0.005);
    }

    // Computed with the datasheet's integer form (section 4.2.3), which rounds to 0.01 degC and 1/256 Pa.
    [Theory]
    [InlineData(300_000, -44.36, 90_238.31)]
    [InlineData(330_000, -34.82, 91_628.79)]
    [InlineData(400_000, -12.64, 94_916.30)]
    [InlineData(650_000, 65.66, 106_947.32)]
    public void Cold_and_heat_agree_with_the_datasheets_integer_form(int temperature, double celsius, double pascals)
    {
        var fine = Example.Fine(temperature);
        Assert.Equal(celsius, Bme280Coefficients.Celsius(fine), 0.011);
        Assert.Equal(pascals, Example.Pascals(415_148, fine), 0.5);
    }

    [Fact]
    public void A_real_chips_published_codes_give_the_published_values()
    {
        var codes = Bme280Codes.Read(Convert.FromHexString("553380817FB07913"));
        Assert.Equal(new Bme280Codes(348_984, 530_427, 30_995), codes);
        Assert.Equal(24.44, Published.Value(Bme280Quantity.Temperature, codes), 0.005);
        Assert.Equal(54.17, Published.Value(Bme280Quantity.Humidity, codes), 0.02);
        Assert.Equal(99_621.07, Published.Value(Bme280Quantity.Pressure, codes), 0.5);
    }

    // By the integer form again: 0 and 100 are where the datasheet limits it.
    [Theory]
    [InlineData(15_000, 0)]
    [InlineData(25_000, 21.171)]
    [InlineData(33_000, 65.138)]
    [InlineData(45_000, 100)]
    public void Humidity_is_limited_to_what_air_can_have(int code, double percent) =>
        Assert.Equal(percent, Published.RelativeHumidity(code, Published.Fine(530_427)), 0.02);

    // dig_H4 and dig_H5 share the byte at E5h, and the upper byte of each carries its sign.
    [Theory]
    [InlineData("00010001010000", 76_800, 3.5625)] // H4 = 17
    [InlineData("000100FF0F0000", 76_800, 8.0625)] // H4 = -1
    [InlineData("00010000100000", 76_800 + 16_384_000, 3.90625)] // H5 = 1
    [InlineData("00010000F0FF00", 76_800 + 16_384_000, 11.71875)] // H5 = -1
    public void Coefficients_of_twelve_bits_keep_their_sign(string high, double fine, double percent) =>
        Assert.Equal(percent, Of([27504, 26435, -1000, 36477], high: high).RelativeHumidity(2000, fine), 1e-9);

    [Theory]
    [InlineData("00")]
    [InlineData("FF")]
    public void An_empty_or_floating_memory_is_no_chips(string filled)
    {
        var low = Convert.FromHexString(string.Concat(Enumerable.Repeat(filled, Bme280Coefficients.LowBytes)));
        Assert.False(new Bme280Coefficients(low, low).ArePlausible);
        Assert.True(Published.ArePlausible);
    }
}
