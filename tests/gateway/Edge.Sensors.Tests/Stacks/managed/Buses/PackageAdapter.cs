using System.Device.I2c;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Linux;

namespace Edge.Sensors.Tests.Stacks.Buses;

/// <summary>
/// An adapter with simulated devices on it, as System.Device.I2c 4.2 (UnixI2cBus) hands it on: a part of a transfer that is empty sends nothing, not even the address;
/// of both, the kernel refuses the transfer (i2c-dev, EINVAL); and the kernel's error is a number in the words of an exception.
/// </summary>
/// <param name="wires">What is on it; stays the caller's.</param>
internal sealed class PackageAdapter(II2cBus wires) : I2cBus
{
    /// <summary>What the kernel answers instead of the devices, for example ENODEV; null: they answer.</summary>
    public int? Error { get; set; }

    /// <summary>Whether it was let go of.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>Bytes written and read, of each transfer that reached the wires.</summary>
    public List<(int Address, int Written, int Read)> Sent { get; } = [];

    public override I2cDevice CreateDevice(int deviceAddress) => new Device(this, deviceAddress);

    public override void RemoveDevice(int deviceAddress)
    {
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private void Transfer(int address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (Error is { } told)
            throw Failure(told);
        if (write.IsEmpty && read.IsEmpty)
            throw Failure(Errno.EInval);
        Sent.Add((address, write.Length, read.Length));
        if (wires.Transfer((byte)address, write, read) is not I2cStatus.Ok)
            throw Failure(Errno.ERemoteIo);
    }

    private static IOException Failure(int error) => new($"Error {error} (as the C library calls it) performing I2C data transfer.");

    private sealed class Device(PackageAdapter adapter, int address) : I2cDevice
    {
        public override I2cConnectionSettings ConnectionSettings { get; } = new(0, address);

        public override void Read(Span<byte> buffer)
        {
            ArgumentOutOfRangeException.ThrowIfZero(buffer.Length);
            adapter.Transfer(address, [], buffer);
        }

        public override void Write(ReadOnlySpan<byte> buffer) => adapter.Transfer(address, buffer, []);

        public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
        {
            ArgumentOutOfRangeException.ThrowIfZero(readBuffer.Length);
            adapter.Transfer(address, writeBuffer, readBuffer);
        }
    }
}
