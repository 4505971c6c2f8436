using System.Text;
using Edge.Sensors.Buses.Linux;

namespace Edge.Sensors.Tests.Buses.Linux;

public sealed class OneWireTextTests
{
    [Theory]
    [InlineData("70 01 4b 46 7f ff 10 10 e1 : crc=e1 YES\n70 01 4b 46 7f ff 10 10 e1 t=23000\n", "70014B467FFF1010E1")]
    [InlineData("50 05 4b 46 7f ff 0c 10 1c : crc=1c YES\n50 05 4b 46 7f ff 0c 10 1c t=85000\n", "50054B467FFF0C101C")]
    [InlineData("ff ff ff ff ff ff ff ff ff : crc=c9 NO\n70 01 4b 46 7f ff 10 10 e1 t=23000\n", "FFFFFFFFFFFFFFFFFF")]
    public void The_bytes_of_the_first_line_are_read_whatever_the_kernel_says_of_them(string text, string bytes)
    {
        var scratchpad = new byte[OneWireText.ScratchpadBytes];
        Assert.True(OneWireText.TryRead(Encoding.ASCII.GetBytes(text), scratchpad));
        Assert.Equal(bytes, Convert.ToHexString(scratchpad));
    }

    [Theory]
    [InlineData("")]
    [InlineData("70 01 4b 46 ")]
    [InlineData("70 01 4b 46 7f ff 10 10 e1")]
    [InlineData("70 01 4b 46 7f ff 10 10 : crc=e1 YES\n")]
    [InlineData("70 01 4b 46 7f ff 10 10 e1 t=23000\n")]
    [InlineData("7g 01 4b 46 7f ff 10 10 e1 : crc=e1 YES\n")]
    [InlineData("70,01,4b,46,7f,ff,10,10,e1 : crc=e1 YES\n")]
    [InlineData("23000\n")]
    public void What_is_not_nine_bytes_is_refused(string text) =>
        Assert.False(OneWireText.TryRead(Encoding.ASCII.GetBytes(text), new byte[OneWireText.ScratchpadBytes]));
}
