using Edge.Gateway.Time.Rtc;
using Edge.Testing;

namespace Edge.Gateway.Tests.Time.Rtc;

public sealed class KernelRtcTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    [Theory]
    [InlineData(0U, RtcState.Kept)]
    [InlineData(1U, RtcState.Stopped)] // RTC_VL_DATA_INVALID
    [InlineData(2U, RtcState.Kept)] // RTC_VL_BACKUP_LOW
    [InlineData(4U, RtcState.Stopped)] // RTC_VL_BACKUP_EMPTY
    [InlineData(8U, RtcState.Kept)]
    [InlineData(16U, RtcState.Kept)]
    [InlineData(3U, RtcState.Stopped)]
    public void The_stop_flag_decides_whether_it_kept_time(uint flags, RtcState state)
    {
        Write("1795133642\n");

        var reading = Read(new Flags(flags));

        Assert.Equal(state, reading.State);
        Assert.Equal(state == RtcState.Kept ? 1_795_133_642 : 0, reading.Seconds);
    }

    [Fact]
    public void One_that_gives_no_time_has_stopped_and_one_that_is_not_there_is_named()
    {
        Assert.Equal((RtcState.Unknown, true), (Read(new Flags(0)).State, Read(new Flags(0)).Problem!.Contains("rtc0 does not exist", StringComparison.Ordinal)));

        Write("");

        Assert.Equal(RtcState.Stopped, Read(new Flags(0)).State);
    }

    [Fact]
    public void A_device_that_does_not_know_the_question_cannot_say_whether_it_stopped()
    {
        Write("1795133642\n");
        File.WriteAllText(_folder.File("device"), "");

        var reading = Read(new DeviceRtcFlags(_folder.File("device")));

        Assert.Equal(RtcState.Unknown, reading.State);
        Assert.Contains("its driver does not tell (RTC_VL_READ", reading.Problem, StringComparison.Ordinal);
        Assert.Contains("cannot be asked", Read(new DeviceRtcFlags(_folder.File("none"))).Problem, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private RtcReading Read(IRtcFlags flags) => new KernelRtc("rtc0", _folder.Path, flags).Read();

    private void Write(string epoch)
    {
        Directory.CreateDirectory(_folder.File("rtc0"));
        File.WriteAllText(Path.Combine(_folder.File("rtc0"), "since_epoch"), epoch);
    }

    private sealed class Flags(uint bits) : IRtcFlags
    {
        public uint? Read(out string why)
        {
            why = "";
            return bits;
        }
    }
}
