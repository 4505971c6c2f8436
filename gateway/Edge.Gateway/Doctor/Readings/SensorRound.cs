using Edge.Ledger.Entries;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Gateway.Doctor.Readings;

/// <summary>Reads a sensor once; one that only begins (a meter that has not turned, a device that warms up) again until it gives something or its time is over.</summary>
internal sealed class SensorRound(SensorPlan plan, IBusDirectory buses, TimeProvider time) : ISampleSink
{
    /// <summary>Longer than the four seconds a PZEM needs after power-on.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly Sample?[] _newest = new Sample?[plan.Channels.Count];

    /// <summary>What the device told of its own calibration.</summary>
    public string? Calibration { get; private set; }

    /// <summary>A device that began within its round has no value, or one to doubt.</summary>
    public static bool Begins(Sample? sample) => sample is null or { Reason: Reason.WarmUp or Reason.NotReady };

    public void Accept(in Sample sample) => _newest[sample.Output] = sample;

    /// <param name="temperature">That its readings are compensated with, degC; null where it was not measured.</param>
    /// <returns>In the order of the plan's channels; null where the driver gave nothing.</returns>
    public async Task<IReadOnlyList<Sample?>> ReadAsync(double? temperature, CancellationToken cancellationToken)
    {
        using var sensor = plan.Open(buses, time);
        (sensor as ITakesTemperature)?.Take(temperature);
        var began = time.GetTimestamp();
        var pause = plan.Period < LongestPause ? plan.Period : LongestPause;
        while (true)
        {
            await sensor.SampleAsync(this, cancellationToken);
            Calibration = (sensor as IKeepsCalibration)?.Calibration;
            if (!Array.Exists(_newest, Begins) || time.GetElapsedTime(began) > Patience)
                return _newest;
            await Task.Delay(pause, time, cancellationToken);
        }
    }
}
