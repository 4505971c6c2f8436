using System.Buffers.Binary;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Linux;
using Edge.Simulators.Kernel;

namespace Edge.Simulators.Tests.Kernel;

public sealed class KernelTransferTests
{
    private const ushort Read = 1, TenBit = 0x10, CountedByDevice = 0x400;

    private readonly byte[] _answer = new byte[KernelTransfer.Longest];
    private readonly RecordingBus _bus = new();

    [Fact]
    public void A_write_and_a_read_of_one_device_are_one_transfer_with_a_repeated_start()
    {
        Assert.Equal([7, 0, 0, 0, 0, 0, 0, 0, 0xA0, 0xA1], Answer(Message(0x48, 0, 2, 1), Message(0x48, Read, 2)));
        Assert.Equal(["48 write 0102 read 2"], _bus.Transfers, StringComparer.Ordinal);
    }

    [Fact]
    public void Messages_to_different_devices_are_transfers_of_their_own_and_their_bytes_follow_each_other()
    {
        Assert.Equal([7, 0, 0, 0, 0, 0, 0, 0, 0xA0, 0xA0, 0xA1], Answer(Message(0x48, 0, 1, 1), Message(0x40, Read, 1), Message(0x41, Read, 2)));
        Assert.Equal(["48 write 01 read 0", "40 write  read 1", "41 write  read 2"], _bus.Transfers, StringComparer.Ordinal);
    }

    [Fact]
    public void An_address_alone_is_a_transfer_of_nothing()
    {
        Assert.Equal([7, 0, 0, 0, 0, 0, 0, 0], Answer(Message(0x48, 0, 0)));
        Assert.Equal(["48 write  read 0"], _bus.Transfers, StringComparer.Ordinal);
    }

    [Fact]
    public void What_failed_is_told_as_an_error_without_bytes_and_the_rest_is_not_done()
    {
        _bus.Status = I2cStatus.NoAcknowledge;
        var answer = Answer(Message(0x48, Read, 2), Message(0x40, Read, 1));
        Assert.Equal(8, answer.Length);
        Assert.Equal(-Errno.ENxIo, BinaryPrimitives.ReadInt32LittleEndian(answer[4..]));
        Assert.Single(_bus.Transfers);
    }

    [Theory]
    [InlineData(TenBit)]
    [InlineData(Read | CountedByDevice)]
    public void What_no_simulated_device_speaks_is_not_supported(ushort flags)
    {
        Assert.Equal(-Errno.EOpNotSupp, BinaryPrimitives.ReadInt32LittleEndian(Answer(Message(0x48, flags, 1))[4..]));
        Assert.Empty(_bus.Transfers);
    }

    [Fact]
    public void Each_status_comes_back_from_the_kernel_as_itself()
    {
        foreach (var status in Enum.GetValues<I2cStatus>().Where(s => s != I2cStatus.Ok))
            Assert.Equal(status, Errno.ToI2cStatus(KernelTransfer.ToErrno(status)));
        Assert.Equal(0, KernelTransfer.ToErrno(I2cStatus.Ok));
    }

    private byte[] Answer(params byte[][] messages)
    {
        byte[] request = [7, 0, 0, 0, (byte)messages.Length, 0, 0, 0, .. messages.SelectMany(m => m)];
        return [.. _answer.AsSpan(0, KernelTransfer.Answer(request, _bus, _answer))];
    }

    private static byte[] Message(byte address, ushort flags, byte length, byte content = 0) =>
        [address, 0, (byte)flags, (byte)(flags >> 8), length, 0, 0, 0, .. (flags & Read) == 0 ? Enumerable.Range(content, length).Select(b => (byte)b) : []];

    private sealed class RecordingBus : II2cBus
    {
        public List<string> Transfers { get; } = [];

        public I2cStatus Status { get; set; }

        public string Name => "recording";

        public string? Trouble => null;

        public I2cStatus Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read)
        {
            Transfers.Add($"{address:X2} write {Convert.ToHexString(write)} read {read.Length}");
            for (var i = 0; i < read.Length; i++)
                read[i] = (byte)(0xA0 + i);
            return Status;
        }

        public void Dispose()
        {
        }
    }
}
