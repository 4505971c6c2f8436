using Edge.Sensors.Ds3231;

namespace Edge.Sensors.Tests.Ds3231;

public sealed class Ds3231TimeTests
{
    // Datasheet figure 1: BCD; hours of 24, or with bit 6 of 12 and bit 5 for the afternoon; bit 7 of the month after the year ran over.
    [Theory]
    [InlineData("42140005201126", "2026-11-20T00:14:42Z")]
    [InlineData("59592304311299", "2099-12-31T23:59:59Z")]
    [InlineData("00000005018100", "2100-01-01T00:00:00Z")]
    [InlineData("00000004290224", "2024-02-29T00:00:00Z")]
    [InlineData("00001204290224", "2024-02-29T12:00:00Z")]
    [InlineData("00005204290224", "2024-02-29T00:00:00Z")] // 12 AM
    [InlineData("00007204290224", "2024-02-29T12:00:00Z")] // 12 PM
    [InlineData("30456104290224", "2024-02-29T13:45:30Z")] // 1 PM
    [InlineData("30455104290224", "2024-02-29T11:45:30Z")] // 11 AM
    public void Registers_are_the_time_that_they_say(string registers, string time)
    {
        Assert.True(Ds3231Time.TryRead(Convert.FromHexString(registers), out var seconds));
        Assert.Equal(DateTimeOffset.Parse(time, null), DateTimeOffset.FromUnixTimeSeconds(seconds));
    }

    [Theory]
    [InlineData("60000001010126")]
    [InlineData("0A000001010126")]
    [InlineData("00600001010126")]
    [InlineData("00002401010126")]
    [InlineData("00006001010126")] // 0 PM
    [InlineData("00007301010126")] // 13 PM
    [InlineData("00000000010126")]
    [InlineData("00000001000126")]
    [InlineData("00000001300226")]
    [InlineData("00000001290226")] // no leap year
    [InlineData("00000001011326")]
    [InlineData("000000010101A0")]
    [InlineData("80000001010126")]
    public void Registers_that_are_no_time_are_refused(string registers) =>
        Assert.False(Ds3231Time.TryRead(Convert.FromHexString(registers), out _));

    [Theory]
    [InlineData("2026-11-20T00:14:42Z", "42140005201126")]
    [InlineData("2000-01-01T00:00:00Z", "00000006010100")]
    [InlineData("2199-12-31T23:59:59Z", "59592302319299")]
    public void A_time_is_written_in_hours_of_24_with_the_century_in_its_bit(string time, string registers)
    {
        var written = new byte[Ds3231Chip.TimeRegisters];
        Ds3231Time.Write(DateTimeOffset.Parse(time, null).ToUnixTimeSeconds(), written);
        Assert.Equal(registers, Convert.ToHexString(written));
    }

    [Fact]
    public void A_time_outside_the_chips_two_centuries_is_refused()
    {
        var registers = new byte[Ds3231Chip.TimeRegisters];
        Assert.Throws<ArgumentOutOfRangeException>(() => Ds3231Time.Write(946_684_799, registers));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ds3231Time.Write(7_258_118_400, registers));
    }
}
