using Edge.Gateway.Health;
using static Edge.Gateway.Tests.Health.Healths;

namespace Edge.Gateway.Tests.Health;

/// <summary>Where readings go beside the city.</summary>
public sealed partial class StatusPageTests
{
    [Fact]
    public void A_historian_is_told_with_what_it_holds_what_waits_and_what_it_never_gets()
    {
        Has(Everything with { Halted = null, Fork = null }, "holds 1,000,000 entries; 345,678 to go", "已存 1,000,000 条日志条目；待传 345,678 条");
        Has(Everything, "99 were gone before", "99 条在送达前");
        Has(Well with { Historian = new HistorianHealth(true, 7, 0, 0) }, "holds 7 entries; nothing waits", "已存 7 条日志条目；无待传条目");
        Has(Well with { Historian = new HistorianHealth(false, 0, 12, 0) }, "does not answer; 12 entries wait for it", "未应答；12 条日志条目等待传送");
        Has(Well with { Historian = new HistorianHealth(false, 0, 1, 0, Doubt: "it says that it holds entry 9, and this log has 7") }, "answers, but is not believed: it says that it holds entry 9, and this log has 7; 1 entry waits for it", "有应答，但未被采信（原因见日志编号 222）；1 条日志条目等待传送");
        Has(Well with { Historian = new HistorianHealth(false, 7, 0, 0, Trouble: "no") }, "sending failed and begins anew (message 9 says why)", "传送失败，正在重新开始");
        Has(Offline with { Historian = new HistorianHealth(false, 0, 12, 0, Connected: false) }, "cannot be asked without a link; 12 entries wait for it", "没有连接，无法询问；12 条日志条目等待传送");
        Has(Halted with { Historian = new HistorianHealth(true, 1, 0, 0) }, "holds 1 entry, and is sent nothing while anchoring is stopped", "已存 1 条日志条目；存证终止期间不再传送");
    }

    [Fact]
    public void Operators_hosts_are_told_or_it_is_said_what_keeps_them_from_it()
    {
        Has(Well with { Sparkplug = new SparkplugHealth(true, true, 0) }, "hosts are told what is read; nothing waits", "正在向主机发送读数；无待补发条目");
        Has(Well with { Sparkplug = new SparkplugHealth(true, true, 1234, "scada") }, "hosts are told what is read; 1,234 entries to go as history", "待补发 1,234 条日志条目");
        Has(Well with { Sparkplug = new SparkplugHealth(true, false, 1, "scada") }, "waits for the primary host scada to say that it is online; 1 entry to go as history", "等待主要主机 scada 上线；待补发 1 条日志条目");
        Has(Well with { Sparkplug = new SparkplugHealth(true, false, 0) }, "connected, births go out now", "已连接，正在发送出生消息");
        Has(
            Well with { Sparkplug = new SparkplugHealth(false, false, 7, null, "The broker b:1 did not answer within 10 s") },
            "no link to its broker; readings stay in the log; 7 entries to go as history. Last: The broker b:1 did not answer within 10 s", "最近原因：消息服务器 b:1 在 10 秒内未应答");
    }
}
