using Edge.Sensors.Buses;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>A transfer that failed, as the bindings hear of it.</summary>
internal sealed class I2cTransferException(I2cStatus status) : IOException($"The transfer ended with {status}.")
{
    public I2cStatus Status { get; } = status;
}
