using Edge.Gateway.Pipeline;
using Edge.Ledger.Entries;
using Edge.Sensors.Catalog;
using static Edge.Gateway.Health.Words.Figures;

namespace Edge.Gateway.Health.Words;

internal sealed partial class ChineseHealthWords
{
    public override string NeedsHead => "需要您处理";

    public override string Denied(string socket) => $"当前用户无权询问网关：{socket} 只对网关的用户和用户组开放。请运行 sudo -u edge ./edge status，或加入该用户组。";

    public override string NoAnswer(string socket) => $"{socket} 有程序在监听，但其应答不是网关的应答。请查看 journalctl -u edge-gateway；若网关已停滞，看门狗会将其重启。";

    public override string Advice(Need need, GatewayHealth health) => need switch
    {
        Need.StoreRefuses => $"存储不接收读数：{health.Store} 内存中最多可等待 {Number(SampleQueue.DefaultCapacity)} 个读数；网关会自行反复重试。",
        Need.ReadingsLeftOut => $"存储已满：{LeftOut(health)}。请恢复与城市的连接使旧条目可以清除，或调高 store.budget，或腾出空间。未采集的均有缺测记录。",
        Need.StoreDamaged => $"网关启动时发现日志损坏：{string.Join(" ", health.Damage.Select(Damage))} 通过核验的均已保留。请保存移出的文件，并更换存储卡：损坏还会再次发生。",
        Need.AnchoringHalted => $"存证已终止：{health.Halted} 读数照常封存。请查明哪台设备持有此密钥，或恢复了什么旧副本，并询问城市。",
        Need.ChannelsFail => $"没有数值的测点：{Channels(health)}。请检查这些传感器的接线和供电。",
        Need.RoomEnds => $"磁盘即将写满：剩余 {ByteText.Format(health.FreeBytes ?? 0)}。请腾出空间、设置 retention.keep_anchored，或恢复与城市的连接，使旧条目可以清除。",
        Need.CityNeverReached => $"从未连上城市：{health.Broker ?? "尚无连接"} 请检查配置中的 broker:、网络和消息服务器。",
        Need.CityDoesNotAccept => $"已有连接，但城市 {Long(health.LagSeconds)}没有认可任何检查点。部门：{Departments(health)}。请询问城市。",
        Need.WriteAheadLogGrows => $"存储的预写日志已有 {ByteText.Format(health.WalBytes ?? 0)}，通常为 16 MB。有程序一直在读取日志，例如导出：请将其结束。",
        Need.CardWears => $"按此速率，存储卡最多可用 {Time(health.CardLifeDays ?? 0)}。请调大 store.commit_age 和 seal.age，或换用更耐写的卡。",
        Need.ClockUnknown => "时钟无人担保：读数照常保存和存证，但不带自身时间。请使网关能连上授时服务器，或加装带电池的实时时钟。",
        _ => need.ToString(),
    };

    private static string Name(Need need) => need switch
    {
        Need.StoreRefuses => "存储",
        Need.ReadingsLeftOut => "存储空间",
        Need.StoreDamaged => "损坏",
        Need.AnchoringHalted => "存证",
        Need.ChannelsFail => "测点",
        Need.RoomEnds => "磁盘空间",
        Need.CityNeverReached => "消息服务器",
        Need.CityDoesNotAccept => "城市",
        Need.WriteAheadLogGrows => "预写日志",
        Need.CardWears => "存储卡",
        Need.ClockUnknown => "时钟",
        _ => need.ToString(),
    };

    private static string Damage(Edge.Store.Log.StoreDamage damage) =>
        damage.What + (damage.Count > 0 ? $" 丢失：自第 {Number(damage.First)} 条起 {Number(damage.Count)} 条。" : "") + (damage.Quarantine is { } file ? $" 移出至：{file}。" : "");

    private string LeftOut(GatewayHealth health) => health.LeftOut.Count == 0
        ? "长时间既无存证，也无条目可清除"
        : string.Join("；", health.LeftOut.GroupBy(l => l.Value).Select(g => $"{string.Join("、", g.Take(Most).Select(l => l.Key))}{(g.Count() > Most ? $" 等 {g.Count()} 个" : "")}：{Field.Of(Known<GapReason>(g.Key) ?? default)}"));

    private string Channels(GatewayHealth health)
    {
        var failing = Judgement.Failing(health).ToList();
        var named = failing.Take(Most).Select(c => $"{c.Key}（{Why(c.Value)}）");
        return string.Join("、", named) + (failing.Count > Most ? $"等 {failing.Count} 个" : "");
    }

    private string Why(ChannelHealth channel) => channel switch
    {
        { SecondsAgo: null } => "启动以来无读数",
        { SecondsAgo: { } ago } when ago > channel.PatienceSeconds => $"{Long(ago)}无读数",
        _ => channel.Reason is { } name && Known<Reason>(name) is { } reason ? Field.Of(reason) : channel.Reason ?? "坏值",
    };

    private const int Most = 5;
}
