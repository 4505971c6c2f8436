using Edge.Sensors.Buses;
using Edge.Sensors.Ds3231;
using Edge.Simulators.Devices;
using Edge.Simulators.Signals;
using Binding = Iot.Device.Rtc.Ds3231;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>Every temperature; seeded times of two centuries.</summary>
internal sealed class ComparedDs3231 : ComparedBinding
{
    private static readonly TimeSpan BetweenConversions = TimeSpan.FromSeconds(65);
    private static readonly DateTimeOffset First = new(2000, 3, 1, 0, 0, 0, TimeSpan.Zero), Last = new(2199, 12, 31, 23, 59, 59, TimeSpan.Zero);

    public override string Name => "Ds3231";

    public override IReadOnlyList<Mishap> Mishaps { get; } = [Mishap.BrownOut, Mishap.Garbage, Mishap.NeverReady, Mishap.Saturated, Mishap.OtherChip];

    public override IEnumerable<Comparison> Readings() => Temperatures().Concat(Times());

    private static IEnumerable<Comparison> Temperatures()
    {
        var celsius = new AdjustableSignal();
        using var pair = Pair(celsius);
        for (var code = Ds3231Chip.SmallestCode; code <= Ds3231Chip.LargestCode; code++)
        {
            celsius.Value = code * Ds3231Chip.DegreesPerCode;
            pair.Clock.Advance(BetweenConversions);
            yield return new(
                "temperature", code < 0 ? "below 0" : "", ValueOf(pair.Sample(pair.Own)[0], Ds3231Chip.DegreesPerCode), pair.Sample(pair.Bound)[0].Value, Ds3231Chip.DegreesPerCode, "Cel");
        }
    }

    private static IEnumerable<Comparison> Times()
    {
        using var pair = Pair(new AdjustableSignal(20));
        using var binding = new Binding(new PortI2cDevice(pair.Bus, Ds3231Chip.Address));
        var random = new Random(5);
        for (var i = 0; i < 500; i++)
        {
            var time = DateTimeOffset.FromUnixTimeSeconds(random.NextInt64(First.ToUnixTimeSeconds(), Last.ToUnixTimeSeconds()));
            Assert.Equal(I2cStatus.Ok, Ds3231Registers.Set(pair.Bus, time.ToUnixTimeSeconds()));
            var bound = binding.RtcDateTime;
            yield return new("year", "", Own(pair.Bus).Year, bound.Year, 0, "a");
            yield return new("time of the year", "", SinceNewYear(Own(pair.Bus).DateTime), SinceNewYear(bound), 1, "s");

            SetTwelveHours(pair.Bus, time.Hour);
            yield return new("time of the year", "hours of 1 to 12", SinceNewYear(Own(pair.Bus).DateTime), TimeOrNone(binding) is { } read ? SinceNewYear(read) : null, 1, "s");

            if (time.Year >= 2100)
                continue;
            binding.RtcDateTime = time.DateTime;
            yield return new("year", "set by the binding", time.Year, Own(pair.Bus).Year, 0, "a");
        }
    }

    private static DateTimeOffset Own(TimedBus bus)
    {
        Assert.Equal(I2cStatus.Ok, Ds3231Registers.Read(bus, out var registers));
        Assert.True(registers.IsWhole);
        return DateTimeOffset.FromUnixTimeSeconds(registers.Seconds);
    }

    /// <summary>By month, day and time; years that are a century apart have not the same days.</summary>
    private static double SinceNewYear(DateTime time) => (((time.Month * 31.0 + time.Day) * 24 + time.Hour) * 60 + time.Minute) * 60 + time.Second;

    private static void SetTwelveHours(TimedBus bus, int hour)
    {
        var shown = hour % 12 == 0 ? 12 : hour % 12;
        var register = Ds3231Chip.TwelveHours | (hour >= 12 ? Ds3231Chip.Afternoon : 0) | shown / 10 << 4 | shown % 10;
        Assert.Equal(I2cStatus.Ok, bus.Transfer(Ds3231Chip.Address, [(byte)Ds3231Register.Hours, (byte)register], []));
    }

    private static DateTime? TimeOrNone(Binding binding)
    {
        try
        {
            return binding.RtcDateTime;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    public override (IDriverPair Pair, Action<double> Input, double Before, double After) Make()
    {
        var celsius = new AdjustableSignal();
        var pair = Pair(celsius);
        return (pair, Set, 20, 30);

        void Set(double value)
        {
            celsius.Value = value;
            pair.Clock.Advance(BetweenConversions);
        }
    }

    private static DriverPair<SimulatedDs3231> Pair(AdjustableSignal celsius)
    {
        var options = new Ds3231Options("box");
        return new(time => new SimulatedDs3231(celsius, time), (bus, _) => new Ds3231Sensor(bus, options), (bus, time) => new BoundDs3231(bus, options, time));
    }
}
