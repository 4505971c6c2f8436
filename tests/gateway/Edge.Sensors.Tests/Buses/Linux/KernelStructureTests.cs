using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Edge.Sensors.Buses.Linux;

namespace Edge.Sensors.Tests.Buses.Linux;

/// <summary>Sizes, offsets and request numbers as a C compiler gives them for linux/gpio.h, linux/i2c.h, linux/i2c-dev.h and asm-generic/termbits.h on a 64-bit machine.</summary>
public sealed class KernelStructureTests
{
    [Fact]
    public void Sizes_are_the_kernels()
    {
        Assert.Equal(68, Unsafe.SizeOf<GpioChipInfo>());
        Assert.Equal(272, Unsafe.SizeOf<GpioLineConfig>());
        Assert.Equal(592, Unsafe.SizeOf<GpioLineRequest>());
        Assert.Equal(48, Unsafe.SizeOf<GpioLineEvent>());
        Assert.Equal(16, Unsafe.SizeOf<GpioLineValues>());
        Assert.Equal(16, Unsafe.SizeOf<I2cMessage>());
        Assert.Equal(16, Unsafe.SizeOf<I2cTransaction>());
        Assert.Equal(44, Unsafe.SizeOf<Termios2>());
    }

    [Fact]
    public void Offsets_are_the_kernels()
    {
        Assert.Equal(32, Offset<GpioChipInfo>(nameof(GpioChipInfo.Label)));
        Assert.Equal(64, Offset<GpioChipInfo>(nameof(GpioChipInfo.Lines)));
        Assert.Equal(8, Offset<GpioLineConfig>(nameof(GpioLineConfig.AttributeCount)));
        Assert.Equal(32, Offset<GpioLineConfig>(nameof(GpioLineConfig.Attributes)));
        Assert.Equal(256, Offset<GpioLineRequest>(nameof(GpioLineRequest.Consumer)));
        Assert.Equal(288, Offset<GpioLineRequest>(nameof(GpioLineRequest.Config)));
        Assert.Equal(560, Offset<GpioLineRequest>(nameof(GpioLineRequest.LineCount)));
        Assert.Equal(564, Offset<GpioLineRequest>(nameof(GpioLineRequest.EventBufferSize)));
        Assert.Equal(588, Offset<GpioLineRequest>(nameof(GpioLineRequest.Descriptor)));
        Assert.Equal(8, Offset<GpioLineEvent>(nameof(GpioLineEvent.Id)));
        Assert.Equal(12, Offset<GpioLineEvent>(nameof(GpioLineEvent.Offset)));
        Assert.Equal(16, Offset<GpioLineEvent>(nameof(GpioLineEvent.Sequence)));
        Assert.Equal(20, Offset<GpioLineEvent>(nameof(GpioLineEvent.LineSequence)));
        Assert.Equal(8, Offset<I2cMessage>(nameof(I2cMessage.Buffer)));
        Assert.Equal(8, Offset<I2cTransaction>(nameof(I2cTransaction.Count)));
        Assert.Equal(17, Offset<Termios2>(nameof(Termios2.Characters)));
        Assert.Equal(36, Offset<Termios2>(nameof(Termios2.InputSpeed)));
    }

    // linux/ioctl.h: direction << 30 | size << 16 | type << 8 | number; 1 writes, 2 reads, 3 does both.
    [Fact]
    public void Request_numbers_follow_from_direction_size_type_and_number()
    {
        Assert.Equal(GpioUapi.GetChipInfo, Request(2, Unsafe.SizeOf<GpioChipInfo>(), 0xB4, 0x01));
        Assert.Equal(GpioUapi.GetLine, Request(3, Unsafe.SizeOf<GpioLineRequest>(), 0xB4, 0x07));
        Assert.Equal(GpioUapi.GetValues, Request(3, Unsafe.SizeOf<GpioLineValues>(), 0xB4, 0x0E));
        Assert.Equal(GpioUapi.SetValues, Request(3, Unsafe.SizeOf<GpioLineValues>(), 0xB4, 0x0F));
        Assert.Equal(0x0702u, I2cTimeout.Request);
        Assert.Equal(0x0707u, I2cTransaction.Request);
        Assert.Equal(Termios2.Set, Request(1, Unsafe.SizeOf<Termios2>(), 'T', 0x2B));
    }

    // struct gpio_v2_line_config_attribute: u32 id at 0 (2 is OUTPUT_VALUES), u64 values at 8, u64 mask at 16.
    [Fact]
    public void Lines_that_are_let_go_begin_high()
    {
        var config = new GpioLineConfig();
        config.LetGo(3);
        Assert.Equal((1u, 2ul, 3ul, 3ul), (config.AttributeCount, config.Attributes[0], config.Attributes[1], config.Attributes[2]));
    }

    private static uint Request(uint direction, int size, uint type, uint number) => direction << 30 | (uint)size << 16 | type << 8 | number;

    private static int Offset<T>(string field) => (int)Marshal.OffsetOf<T>(field);
}
