using Edge.Simulators.Devices;

namespace Edge.Simulators.Sites;

/// <summary>What stands behind a channel: a device on a bus, a meter or a contact on a line, or a thermometer on a 1-wire bus.</summary>
internal sealed record BenchDevice
{
    public SimulatedI2cBus? Bus { get; init; }

    public SimulatedI2cDevice? Device { get; init; }

    public SimulatedLineDevice? OnLine { get; init; }

    public SimulatedOneWire? Wire { get; init; }

    public SimulatedDs18b20? Thermometer { get; init; }
}
