using Edge.Gateway.Sampling;
using Edge.Sensors.Catalog;
using Edge.Sensors.Ds18b20;
using Edge.Sensors.Ezo;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Tests.Sampling;

public sealed class CompensationTests
{
    private sealed class Taker(string from) : ISensor, ITakesTemperature
    {
        public List<double?> Taken { get; } = [];

        public string Name => "taker";

        public IReadOnlyList<SensorOutput> Outputs => [];

        public string? TemperatureFrom { get; } = from;

        public void Take(double? celsius) => Taken.Add(celsius);

        public ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public void Dispose()
        {
        }
    }

    [Fact]
    public void What_a_channel_measured_reaches_those_that_asked_for_it_and_no_others()
    {
        SensorPlan ph = new EzoPlan(new EzoOptions(EzoKind.All[0]) { Channel = "ph" }) { Bus = "i2c-1", Period = TimeSpan.FromSeconds(2) };
        SensorPlan thermometer = new Ds18b20Plan(new Ds18b20Options("28-000000000000") { Channel = "cold" }) { Bus = "w1", Period = TimeSpan.FromSeconds(2) };
        var (first, second) = (new Taker("cold"), new Taker("warm"));
        var compensation = new Compensation([ph, thermometer], [first, second]);
        compensation.Saw(0, 7);
        compensation.Saw(1, 11.5);
        compensation.Saw(1, null);
        Assert.Equal([11.5, null], first.Taken);
        Assert.Empty(second.Taken);
    }
}
