using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ina2xx;

/// <summary>A power monitor's round, by registers of 16 bits and wider ones behind a pointer of 8.</summary>
public abstract class Ina2xxSensor : RegisterSensor
{
    private readonly Ina2xxOptions _options;
    private readonly WordRegisters _registers;

    /// <param name="bus">The bus it is on; stays the caller's.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="time">Whose time passes while it converts.</param>
    protected Ina2xxSensor(II2cBus bus, Ina2xxOptions options, TimeProvider time)
        : base($"{options.Driver} at 0x{options.Address:X2} on {bus.Name}", options.Describe(), options.Conversion, time) =>
        (_options, _registers) = (options, new WordRegisters(bus, (byte)options.Address));

    /// <inheritdoc/>
    protected sealed override Sample Evaluate(int output) => Evaluate(output, _options.Outputs[output].Quantity);

    /// <summary>The sample of what was collected.</summary>
    protected abstract Sample Evaluate(int output, Ina2xxQuantity quantity);

    /// <summary>A register of 16 bits; 0 once the round has a reason.</summary>
    protected ushort Read(byte register) => (ushort)Read(register, sizeof(ushort));

    /// <summary>A register of so many bytes; 0 once the round has a reason.</summary>
    protected ulong Read(byte register, int bytes)
    {
        if (IsRefused)
            return 0;
        Refuse(_registers.Read(register, bytes, out var value).ToReason());
        return value;
    }

    /// <summary>Writes a register, unless the round has a reason.</summary>
    protected void Write(byte register, int value)
    {
        if (!IsRefused)
            Refuse(_registers.Write(register, (ushort)value).ToReason());
    }
}
