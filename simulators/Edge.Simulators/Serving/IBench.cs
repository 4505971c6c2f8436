using Edge.Sensors.Buses;
using Edge.Simulators.Devices;

namespace Edge.Simulators.Serving;

/// <summary>What a <see cref="BusServer"/> serves.</summary>
public interface IBench
{
    /// <summary>The bus of that key, null when there is none.</summary>
    II2cBus? FindBus(string bus);

    /// <summary>The line at that offset of the bus of that key, null when there is none.</summary>
    SimulatedGpioLine? FindLine(string bus, uint offset);

    /// <summary>Obeys a command in words and answers in words.</summary>
    string Command(string words);
}
