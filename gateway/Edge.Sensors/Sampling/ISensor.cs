namespace Edge.Sensors.Sampling;

/// <summary>One device with its driver. One caller at a time.</summary>
public interface ISensor : IDisposable
{
    /// <summary>Driver and place, for messages: "ads1115 at 0x48 on i2c-1".</summary>
    string Name { get; }

    /// <summary>What it gives; the index is <see cref="Sample.Output"/>.</summary>
    IReadOnlyList<SensorOutput> Outputs { get; }

    /// <summary>
    /// Measures once and hands every output to the sink exactly once, with its reason where there is no value.
    /// Throws only <see cref="OperationCanceledException"/>.
    /// </summary>
    ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken);
}
