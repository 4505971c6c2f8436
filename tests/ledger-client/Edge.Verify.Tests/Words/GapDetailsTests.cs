using Edge.Ledger.Entries;
using Edge.Verify.Words;

namespace Edge.Verify.Tests.Words;

public sealed class GapDetailsTests
{
    [Theory]
    [InlineData(GapReason.Stopped, "the gateway was stopped", "", "")]
    [InlineData(
        GapReason.Stopped, "the gateway ended without a stop, and the board went on running; readings after the last commit may be missing",
        "the gateway ended without a stop, and the board went on running; readings after the last commit may be missing", "网关未经停止即中断，主板仍在运行；最后一次写入之后的读数可能缺失")]
    [InlineData(
        GapReason.Stopped, "the gateway ended without a stop, and it is not known whether the board went on running; readings after the last commit may be missing",
        "the gateway ended without a stop, and it is not known whether the board went on running; readings after the last commit may be missing", "网关未经停止即中断，主板是否仍在运行不详；最后一次写入之后的读数可能缺失")]
    [InlineData(GapReason.Stopped, "the gateway was stopped; it lasted 2.5 s", "it lasted 2.5 s", "历时 2.5 秒")]
    [InlineData(
        GapReason.PoweredOff, "the gateway ended without a stop; readings after the last commit may be missing",
        "the gateway ended without a stop; readings after the last commit may be missing", "网关未经停止即中断；最后一次写入之后的读数可能缺失")]
    [InlineData(GapReason.Overrun, "1 sample did not fit the queue", "1 sample did not fit the queue", "队列容不下 1 个采样")]
    [InlineData(
        GapReason.Overrun, "619 samples missed their time, because the gateway or the device stood still",
        "619 samples missed their time, because the gateway or the device stood still", "网关或器件停顿，619 个采样未按时进行")]
    [InlineData(
        GapReason.Overrun, "1 sample missed their time, because the gateway or the device stood still, from 1.000 s to 2.000 s after the board's start",
        "1 sample missed their time, because the gateway or the device stood still, from 1.000 s to 2.000 s after the board's start", "网关或器件停顿，1 个采样未按时进行，主板启动后 1.000 秒至 2.000 秒")]
    [InlineData(GapReason.Shed, "1 reading not taken: the store was full", "1 reading not taken: the store was full", "存储已满，未采集 1 个读数")]
    [InlineData(GapReason.Overrun, "2 samples not taken in time", "2 samples not taken in time", "2 个采样未能及时采集")]
    [InlineData(GapReason.Overrun, "619 samples not taken in time, the longest hole 0.592 s", "619 samples not taken in time, the longest hole 0.592 s", "619 个采样未能及时采集，最长间断 0.592 秒")]
    [InlineData(GapReason.Overrun, "12 samples did not fit the queue", "12 samples did not fit the queue", "队列容不下 12 个采样")]
    [InlineData(GapReason.Thinned, "90 readings not kept: one of 10 was, because the store was nearly full", "90 readings not kept: one of 10 was, because the store was nearly full", "存储将满，每 10 个保留 1 个，未保留 90 个读数")]
    [InlineData(GapReason.SensorAbsent, "transmitter exchanged", "transmitter exchanged", "原文：transmitter exchanged")]
    [InlineData(GapReason.PoweredOff, "", "", "")]
    public void The_gateways_own_sentences_are_in_the_readers_language_and_left_out_where_the_reason_says_them(GapReason why, string detail, string english, string chinese)
    {
        var gap = new GapEntry([], null, null, why, detail);
        Assert.Equal((english, chinese), (GapDetails.Of(gap, Language.English), GapDetails.Of(gap, Language.Chinese)));
    }

    [Theory]
    [InlineData("619 samples not taken in time, the longest hole 0.592 s", 619)]
    [InlineData("619 samples missed their time, because the gateway or the device stood still", 619)]
    [InlineData("1 sample did not fit the queue", 1)]
    [InlineData("90 readings not kept: one of 10 was, because the store was nearly full; 3 readings not taken: the store was full", 93)]
    [InlineData("12 readings: 3 among entries 4 to 5, which the city had accepted", 0)]
    [InlineData("transmitter exchanged", 0)]
    [InlineData("99999999999999999999 samples did not fit the queue", 0)]
    public void A_gap_that_counts_says_how_many_readings_do_not_exist(string detail, ulong missing) =>
        Assert.Equal(missing, GapDetails.Missing(new GapEntry([], null, null, GapReason.Overrun, detail)));

    [Theory]
    [InlineData(GapReason.Stopped, "the gateway was stopped; it lasted 2.5 s", "stopped", "stopped")]
    [InlineData(GapReason.PoweredOff, "the gateway ended without a stop; readings after the last commit may be missing", "stopped", "stopped")]
    [InlineData(
        GapReason.Stopped, "the gateway ended without a stop, and the board went on running; readings after the last commit may be missing",
        "stopped (the gateway ended without a stop, and the board went on running)", "stopped（网关未经停止即中断，主板仍在运行）")]
    public void A_reason_that_does_not_say_that_nobody_stopped_it_is_told_with_that(GapReason why, string detail, string english, string chinese)
    {
        var gap = new GapEntry([], null, null, why, detail);
        Assert.Equal((english, chinese), (GapDetails.Reason(gap, "stopped", Language.English), GapDetails.Reason(gap, "stopped", Language.Chinese)));
    }
}
