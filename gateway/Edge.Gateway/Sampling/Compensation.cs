using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Sampling;

/// <summary>Hands what one channel measured to the devices whose readings are compensated with it.</summary>
public sealed class Compensation
{
    private readonly ITakesTemperature[][] _takers;

    /// <param name="plans">The sensors as configured.</param>
    /// <param name="sensors">The same, opened.</param>
    public Compensation(IReadOnlyList<SensorPlan> plans, IReadOnlyList<ISensor> sensors)
    {
        var names = plans.SelectMany(p => p.Channels).Select(c => c.Name);
        var takers = sensors.OfType<ITakesTemperature>().ToList();
        _takers = [.. names.Select(name => takers.Where(t => t.TemperatureFrom == name).ToArray())];
    }

    /// <summary>A channel was sampled.</summary>
    public void Saw(int channel, double? value)
    {
        foreach (var taker in _takers[channel])
            taker.Take(value);
    }
}
