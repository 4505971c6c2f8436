using Edge.Sensors.Buses;

namespace Edge.Sensors.Catalog;

/// <summary>Finds buses and lines by their key under <c>buses:</c>.</summary>
public interface IBusDirectory
{
    /// <summary>The I2C bus of that key; always the same one.</summary>
    /// <exception cref="KeyNotFoundException">No such bus.</exception>
    II2cBus I2c(string bus);

    /// <summary>The 1-wire bus of that key; always the same one.</summary>
    /// <exception cref="KeyNotFoundException">No such bus.</exception>
    IOneWire OneWire(string bus);

    /// <summary>A new request of a line; the caller ends it.</summary>
    /// <exception cref="KeyNotFoundException">No such bus.</exception>
    IGpioLine Line(string bus, int offset, LineSetup setup);

    /// <summary>The serial line of that key; always the same one.</summary>
    /// <exception cref="KeyNotFoundException">No such line.</exception>
    ISerialLine Serial(string bus);
}
