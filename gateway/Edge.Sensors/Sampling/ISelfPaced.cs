namespace Edge.Sensors.Sampling;

/// <summary>A device that converts at its own pace and tells when a sample is there: its rounds begin with its samples, not with a timer.</summary>
public interface ISelfPaced : ISensor
{
    /// <summary>
    /// Completes when the next sample is there, or should have been; the round after it takes that sample. A round that nobody waited for waits itself.
    /// Throws only <see cref="OperationCanceledException"/>.
    /// </summary>
    ValueTask WaitAsync(CancellationToken cancellationToken);

    /// <summary>CLOCK_MONOTONIC, ns: when the sample was there that is waited for or was taken last; where none came, when that was found.</summary>
    long Due { get; }

    /// <summary>Takes the count of samples that the device converted and nobody read, since the last call.</summary>
    long TakeMissed();
}
