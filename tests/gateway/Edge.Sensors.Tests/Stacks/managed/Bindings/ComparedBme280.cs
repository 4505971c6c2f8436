using System.Buffers.Binary;
using Edge.Sensors.Bme280;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>Codes of the whole range, with coefficients around those of a published chip; those of 12 bits with either sign.</summary>
internal sealed class ComparedBme280 : ComparedBinding
{
    private const int LargestHumidity = 0xFFFE, LargestCode = 0xFFFEF;

    /// <summary>%RH; the formula is asked with a temperature that was rounded.</summary>
    private const double Tolerance = 0.05;

    // Places in the lower memory, datasheet table 16.
    private const int T1 = 0, P1 = 6, H1 = 25;

    // One chip's memory, as published in Bosch's community forum, "BME280 Data to test Calculations", 2019-09-04.
    private static readonly byte[] Published = Convert.FromHexString("6C6E77663200A89227D5D00B6F18CAFFF9FFAC260AD8BD10004B");

    private static readonly Bme280Options Options = new()
    {
        Outputs = [new("t", Bme280Quantity.Temperature), new("p", Bme280Quantity.Pressure), new("h", Bme280Quantity.Humidity)],
    };

    public override string Name => "Bme280";

    public override IReadOnlyList<Mishap> Mishaps { get; } = [Mishap.BrownOut, Mishap.Garbage, Mishap.NeverReady, Mishap.Saturated, Mishap.OtherChip];

    public override IEnumerable<Comparison> Readings()
    {
        var random = new Random(7);
        for (var chip = 0; chip < 100; chip++)
        {
            using var pair = Pair(new AdjustableSignal(20));
            var (h4, h5) = chip < 2 ? (2047 - 4095 * chip, -2048 + 4095 * chip) : (random.Next(-2048, 2048), random.Next(-2048, 2048));
            var humidity = Burn(pair.Registers, h4, h5, random);
            for (var round = 0; round < 6; round++)
            {
                var code = round switch { 0 => 1, 1 => LargestHumidity, _ => random.Next(1, LargestHumidity + 1) };
                StoreCodes(pair.Registers, random.Next(1, LargestCode + 1), random.Next(1, LargestCode + 1), code);
                var (own, bound) = (pair.Sample(pair.Own), pair.Sample(pair.Bound));
                // That they differ where a sign is dropped says of neither that it is right, or what it does: the datasheet's formula does.
                Assert.Equal(humidity.At(code, own[0].Value!.Value), own[2].Value!.Value, Tolerance);
                Assert.Equal(humidity.WithoutSigns.At(code, own[0].Value!.Value), bound[2].Value!.Value, Tolerance);
                yield return Compare("temperature", "", 0, "Cel");
                yield return Compare("pressure", "", 1, "Pa");
                yield return Compare("humidity", string.Join(" and ", new[] { h4 < 0 ? "H4" : "", h5 < 0 ? "H5" : "" }.Where(h => h.Length > 0)), 2, "%RH");

                Comparison Compare(string reading, string below, int output, string unit) =>
                    new(reading, below.Length > 0 ? below + " below 0" : "", own[output].Value!.Value, bound[output].Value, pair.Own.Outputs[output].Resolution, unit);
            }
        }
    }

    /// <summary>Each coefficient of temperature and pressure up to a tenth off the published one, those with a sign with either; those of humidity anything but H4 and H5.</summary>
    private static HumidityFormula Burn(AlteredRegisters registers, int h4, int h5, Random random)
    {
        var low = Published.ToArray();
        for (var at = 0; at + 1 < H1; at += 2)
        {
            var word = low.AsSpan(at, 2);
            var factor = 0.9 + 0.2 * random.NextDouble();
            if (at is T1 or P1)
                BinaryPrimitives.WriteUInt16LittleEndian(word, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(word) * factor));
            else
                BinaryPrimitives.WriteInt16LittleEndian(word, (short)(BinaryPrimitives.ReadInt16LittleEndian(word) * factor * (random.Next(2) * 2 - 1)));
        }

        var formula = new HumidityFormula(random.Next(256), random.Next(short.MinValue, short.MaxValue + 1), random.Next(256), h4, h5, random.Next(-128, 128));
        low[H1] = (byte)formula.H1;
        registers.Set((byte)Bme280Register.CoefficientsLow, low);
        registers.Set(
            (byte)Bme280Register.CoefficientsHigh, (byte)formula.H2, (byte)(formula.H2 >> 8), (byte)formula.H3, (byte)(h4 >> 4), (byte)(h4 & 0xF | (h5 & 0xF) << 4), (byte)(h5 >> 4), (byte)formula.H6);
        return formula;
    }

    private static void StoreCodes(AlteredRegisters registers, int pressure, int temperature, int humidity) => registers.Set(
        (byte)Bme280Register.Data, (byte)(pressure >> 12), (byte)(pressure >> 4), (byte)(pressure << 4), (byte)(temperature >> 12), (byte)(temperature >> 4), (byte)(temperature << 4),
        (byte)(humidity >> 8), (byte)humidity);

    public override (IDriverPair Pair, Action<double> Input, double Before, double After) Make()
    {
        var celsius = new AdjustableSignal();
        return (Pair(celsius), value => celsius.Value = value, 20, 30);
    }

    private static DriverPair<SimulatedBme280> Pair(AdjustableSignal celsius) => new(
        time => new SimulatedBme280(Options.Address, celsius, new AdjustableSignal(101_325), new AdjustableSignal(43), time),
        (bus, time) => new Bme280Sensor(bus, Options, time), (bus, time) => new BoundBme280(bus, Options, time));
}
