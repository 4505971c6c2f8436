using Edge.Simulators.Devices;

namespace Edge.Simulators.Sites;

/// <summary>What stands behind a channel: a device on a bus, or a meter on a line.</summary>
internal sealed record BenchDevice(SimulatedI2cBus? Bus, SimulatedI2cDevice? Device, SimulatedFlowMeter? Meter);
