using System.Device.I2c;
using Edge.Sensors.Buses;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>A device on any bus under the port, as the bindings want it. Where the port answers with a status, this throws it.</summary>
/// <param name="bus">The bus it is on; stays the caller's.</param>
/// <param name="address">7-bit address.</param>
internal sealed class PortI2cDevice(II2cBus bus, int address) : I2cDevice
{
    public override I2cConnectionSettings ConnectionSettings { get; } = new(0, address);

    public override void Read(Span<byte> buffer) => Transfer([], buffer);

    public override void Write(ReadOnlySpan<byte> buffer) => Transfer(buffer, []);

    public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) => Transfer(writeBuffer, readBuffer);

    private void Transfer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (bus.Transfer((byte)address, write, read) is not I2cStatus.Ok and var status)
            throw new I2cTransferException(status);
    }
}
