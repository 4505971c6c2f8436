using Edge.Ledger.Text;

namespace Edge.Ledger.Tests.Text;

public sealed class ChineseEventTextTests
{
    private static readonly string One = new('1', 64), Two = new('2', 64);

    [Theory]
    [InlineData("9.10 pH is above the limit 8.5 pH", "9.10 pH，高于上限 8.5 pH")]
    [InlineData("1.90 bar is below the limit 2 bar", "1.90 bar，低于下限 2 bar")]
    [InlineData("8.00 pH is within limits again", "8.00 pH，已回到限值之内")]
    [InlineData("leak: wet 1.000 s ago", "1.000 秒前变湿")]
    [InlineData("leak: wet 1.000 s ago, 3 times in this round, dry again 0.200 s ago", "1.000 秒前变湿，本轮 3 次，0.200 秒前恢复干燥")]
    [InlineData("door opened 0.412 s ago", "0.412 秒前门被打开")]
    [InlineData("tamper contact closed 0.100 s ago", "0.100 秒前防拆触点闭合")]
    [InlineData("leak: wet", "变湿")]
    [InlineData("leak: wet, 3 times in this round, dry again after 0.200 s", "变湿，本轮 3 次，0.200 秒后恢复干燥")]
    [InlineData("tamper contact opened, 2 times in this round, closed again after 0.100 s", "防拆触点打开，本轮 2 次，0.100 秒后重新闭合")]
    [InlineData("door closed", "门被关上")]
    [InlineData("alarm acknowledged: 9.10 pH is above the limit 8.5 pH", "已确认告警：9.10 pH，高于上限 8.5 pH")]
    [InlineData("alarm acknowledged: 9.10 pH is above the limit 8.5 pH; pump checked; again at noon", "已确认告警：9.10 pH，高于上限 8.5 pH；pump checked; again at noon")]
    [InlineData("alarm acknowledged: leak: wet at the start; since when is not known; mopped", "已确认告警：启动时已湿，何时变湿不详；mopped")]
    [InlineData("alarm acknowledged: something odd", "原文：alarm acknowledged: something odd")]
    [InlineData("damage seen to: 2 found, 17 entries lost; card replaced", "已处理损坏：2 处，丢失条目 17 条；card replaced")]
    [InlineData("password of Li Wei changed", "Li Wei 的密码已更改")]
    [InlineData("door is open at the start; since when is not known", "启动时门已打开，何时打开不详")]
    [InlineData("leak: wet; since when is not known, as the line was away", "已湿，其间线路中断，何时变湿不详")]
    [InlineData("leak: dry at the start, ended while not watched", "启动时已干，在未监视期间已结束")]
    [InlineData("5.07 bar is above the limit 4.28 bar, as before the start", "5.07 bar，高于上限 4.28 bar，与启动前相同")]
    [InlineData("4.20 bar is within the deadband of the limit 4.28 bar, as before the start", "4.20 bar，处于限值 4.28 bar 的回差之内，与启动前相同")]
    [InlineData("4.00 bar is within limits again, ended while not watched", "4.00 bar，已回到限值之内，在未监视期间已结束")]
    [InlineData("7.50 bar is within limits again, as the limit 5 bar is no longer in force", "7.50 bar，已回到限值之内，限值 5 bar 已不再有效")]
    [InlineData("door opened, no longer watched", "门被打开，现已不再监视")]
    [InlineData("door contact chatters: its level changes faster than debounce", "门触点抖动：电平变化快于 debounce")]
    [InlineData("edge doctor: 1 broken, 2 to look at, 30 well; findings sha-256 ab12", "edge doctor 检查：故障 1 项，需查看 2 项，正常 30 项；检查结果 SHA-256 ab12")]
    public void What_a_gateway_writes_of_an_event_has_its_Chinese(string english, string chinese) => Assert.Equal(chinese, ChineseEventText.Of(english));

    [Fact]
    public void What_a_gateway_writes_of_a_change_has_its_Chinese_with_both_sides()
    {
        Assert.Equal($"SHA-256 {One} 取代 {Two}，后者由 technician Li 启用", ChineseEventText.Of($"SHA-256 {One} replaces {Two}, of technician Li"));
        Assert.Equal(
            $"配置 {One} 取代 {Two}：领域（domain）未设 → 水质；K 系数（k_factor）450 → 455.5；周期（period）500 ms → 1000 ms；thing 1 → 2；另有 3 项",
            ChineseEventText.Of($"configuration {One} replaces {Two}: domain (not set) → water; options.k_factor 450 → 455.5; period_ms 500 → 1000; own.thing 1 → 2; and 3 more"));
        Assert.Equal(
            $"校准 {One} 取代 {Two}：2026-12-01 由 City Metrology 校准，证书 C-18，结果 slope 99；此前：2026-11-01 由 Li 校准",
            ChineseEventText.Of($"calibration {One} replaces {Two}: calibrated 2026-12-01 by City Metrology, certificate C-18, result slope 99; before: calibrated 2026-11-01 by Li"));
        Assert.Equal($"校准 {One} 取代 {Two}：2026-12-01 由 Li 校准", ChineseEventText.Of($"calibration {One} replaces {Two}: calibrated 2026-12-01 by Li"));
        Assert.Equal($"校准 {One}，该测点的首次校准：2026-12-01 由 Li 校准", ChineseEventText.Of($"calibration {One}, the first of this channel: calibrated 2026-12-01 by Li"));
    }

    [Theory]
    [InlineData("the transmitter was exchanged", "原文：the transmitter was exchanged")]
    [InlineData("door opened, and somebody was there", "原文：door opened, and somebody was there")]
    [InlineData("I went home, no longer watched", "原文：I went home, no longer watched")]
    [InlineData("更换变送器", "更换变送器")]
    [InlineData("", "")]
    public void What_somebody_wrote_is_said_to_be_theirs(string text, string expected) => Assert.Equal(expected, ChineseEventText.Of(text));
}
