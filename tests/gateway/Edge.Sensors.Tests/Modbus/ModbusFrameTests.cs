using Edge.Ledger.Entries;
using Edge.Sensors.Modbus;

namespace Edge.Sensors.Tests.Modbus;

public sealed class ModbusFrameTests
{
    [Fact]
    public void The_checksum_of_the_digits_is_the_catalogues() => Assert.Equal(0x4B37, ModbusCrc.Of("123456789"u8));

    // PZEM-004T V3.0 user manual, section 2.3, with the checksum it leaves out.
    [Fact]
    public void The_manuals_question_is_made_byte_by_byte() =>
        Assert.Equal("01040000000A700D", Convert.ToHexString(ModbusFrame.Question(1, 0, 10)));

    [Fact]
    public void One_changed_bit_anywhere_breaks_the_seal()
    {
        var frame = ModbusFrame.Question(247, 0x1234, 125);
        Assert.True(ModbusFrame.IsSealed(frame));
        for (var bit = 0; bit < frame.Length * 8; bit++)
        {
            frame[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.False(ModbusFrame.IsSealed(frame), $"bit {bit}");
            frame[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }

    [Theory]
    [InlineData(1, Reason.WrongDevice)]
    [InlineData(2, Reason.WrongDevice)]
    [InlineData(3, Reason.WrongDevice)]
    [InlineData(4, Reason.NoData)]
    [InlineData(5, Reason.NotReady)]
    [InlineData(6, Reason.NotReady)]
    [InlineData(11, Reason.WrongDevice)]
    public void Each_exception_has_its_reason(byte code, Reason reason) => Assert.Equal(reason, ((ModbusException)code).ToReason());
}
