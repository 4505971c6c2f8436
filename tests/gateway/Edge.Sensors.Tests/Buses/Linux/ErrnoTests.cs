using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Buses.Linux;

namespace Edge.Sensors.Tests.Buses.Linux;

public sealed class ErrnoTests
{
    [Theory]
    [InlineData(121, I2cStatus.NoAcknowledge, Reason.NoAnswer)]
    [InlineData(6, I2cStatus.NoAcknowledge, Reason.NoAnswer)]
    [InlineData(5, I2cStatus.NoAcknowledge, Reason.NoAnswer)]
    [InlineData(110, I2cStatus.TimedOut, Reason.BusFault)]
    [InlineData(11, I2cStatus.ArbitrationLost, Reason.BusFault)]
    [InlineData(16, I2cStatus.BusStuck, Reason.BusFault)]
    [InlineData(19, I2cStatus.Gone, Reason.BusFault)]
    [InlineData(71, I2cStatus.Short, Reason.Garbled)]
    [InlineData(95, I2cStatus.Refused, Reason.BusFault)]
    public void Each_error_number_has_its_status_and_each_status_its_reason(int errno, I2cStatus status, Reason reason)
    {
        Assert.Equal(status, Errno.ToI2cStatus(errno));
        Assert.Equal(reason, status.ToReason());
    }

    [Fact]
    public void Messages_say_what_to_do()
    {
        Assert.Contains("add it to the group i2c", Errno.Explain("/dev/i2c-1", Errno.EAcces, "i2c", "-"), StringComparison.Ordinal);
        Assert.Contains("dtparam", Errno.Explain("/dev/i2c-1", Errno.ENoEnt, "i2c", "set dtparam"), StringComparison.Ordinal);
    }
}
