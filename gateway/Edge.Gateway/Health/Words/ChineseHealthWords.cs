using Edge.Ledger.Entries;
using Edge.Ledger.Text;
using Edge.Sensors.Catalog;
using static Edge.Gateway.Health.Words.Figures;

namespace Edge.Gateway.Health.Words;

internal sealed partial class ChineseHealthWords : HealthWords
{
    protected override FieldWords Field => FieldWords.Chinese;

    public override (string Between, string End) Marks => ("；", "。");

    public override int LabelWidth => 8;

    public override string NotRunning => "未在运行";

    public override string Measuring(GatewayHealth health) => health.Measuring switch
    {
        MeasuringState.Yes => $"{health.Channels.Count} 个测点全部在测量{Doubted(health)}",
        MeasuringState.Partly => $"{health.Channels.Count} 个测点中 {Judgement.Measured(health)} 个在测量{Doubted(health)}",
        MeasuringState.No => "未在测量",
        MeasuringState.NotStored => "在测量，但未能存储",
        MeasuringState.WaitsForStore => "未在测量：等待存储",
        _ => "刚开始测量",
    };

    private static string Doubted(GatewayHealth health) => Judgement.Doubtful(health) is > 0 and var count ? $"，{count} 个可疑" : "";

    public override string Proving(GatewayHealth health) => health.Proving switch
    {
        ProvingState.Yes => "存证正常",
        ProvingState.Offline => $"离线 {Short(health.LinkSeconds)}{(health.RoomDays is { } days ? $"，空间够用{Time(days)}" : "")}",
        ProvingState.CatchingUp => "正在补作存证",
        ProvingState.Waiting => $"城市已有 {Short(health.LagSeconds)}未认可",
        ProvingState.Refused => "城市拒绝存证",
        ProvingState.Halted when health.HaltedEarlier => "此次启动前存证已终止",
        ProvingState.Halted => "存证已终止",
        _ => "尚未存证",
    };

    public override string Needing(GatewayHealth health) =>
        health.Needs.Count == 0 ? "无需人工处理" : $"需要处理：{string.Join("、", health.Needs.Select(n => Name(n, health)))}";

    public override string Head(GatewayHealth health) => $"{health.Gateway}，已运行 {Long(health.UptimeSeconds)}";

    public override IEnumerable<(string Label, string Text)> Figures(GatewayHealth health) => !health.Opened ? [("存储", "每两秒重试一次")] :
    [
        ("读数", $"启动以来 {Number(health.Readings)} 个：良好 {Number(health.Good)}，可疑 {Number(health.Uncertain)}，坏值 {Number(health.Bad)}"
            + (health.Lost > 0 ? $"；存储停顿期间丢失 {Number(health.Lost)} 个，已记为缺测" : "")),
        ("未落盘", health.Store is null
            ? $"{Number(health.AtRisk)} 个读数；最多等待 {Precise(health.CommitAgeSeconds)}"
            : $"{Number(health.AtRisk)} 个读数在内存中等待"),
        ("日志", $"已落盘 {Number(health.Size)} 条，已封存 {Number(health.Sealed)} 条，已存证 {Number(health.Anchored)} 条{(health.Oldest > 0 ? $"；内容自第 {Number(health.Oldest.Value)} 条起保留" : "")}"),
        ("待存证", $"{Number(health.Buffered)} 条日志条目{(health.LagSeconds >= 1 ? $"；最早的封存已等待 {Long(health.LagSeconds)}" : "")}"),
        .. Historian(health),
        .. Sparkplug(health),
        .. Ended(health, "已解除"),
        ("缺测", Counts(health.Gaps, r => Gap(r, health)) + Retold(health)),
        ("已舍弃", Counts(health.Evicted, Eviction)),
        ("城市", City(health)),
        ("部门", Departments(health)),
        ("存储", Disk(health.StoreBytes, health.WalBytes, health.FreeBytes, health.BudgetBytes, health.FloorBytes)),
        ("空间", health.RoomDays is { } days ? $"与城市失联时约够用{Time(days)}，每天增长 {ByteText.Format(health.StoreBytesPerDay!.Value)}{Firmness(health)}"
            : health.RoomBytes is 0 ? "无：日志已满"
            : health.StoreBytesPerDay is null ? $"{(health.RoomBytes is { } room ? $"{ByteText.Format(Math.Floor(room))}；够用多久" : "")}尚不可知" : "日志没有增长"),
        ("写入", health.WrittenBytesPerDay is { } rate ? $"每天向磁盘写入 {ByteText.Format(rate)}{Firmness(health)}" : health.WrittenBytes is null ? "内核未提供" : "尚不可知"),
        ("存储卡", health.CardRatedBytes is null ? "寿命未知：请在配置中填写 store.card"
            : health.CardLifeDays is { } life ? $"按此速率，新卡{(life < DaysOfAges ? "最多" : "")}可用{Time(life)}" : "寿命尚不可知"),
        ("时钟", Known<ClockSource>(health.Clock) is { } source ? $"{Field.Of(source)}{Trust(health)}" : health.Clock),
    ];

    public override string OneLine(StoppedHealth health) => health switch
    {
        { Fault: StoppedProblem.LogGone } => "未在运行，且日志已不在原处。",
        { Fault: StoppedProblem.OtherStack } => "未在运行；其日志由另一组件栈维护。",
        { Exists: false } => "未在运行，尚无日志。",
        { KeyHeld: true, ReadOnly: true } => "未在测量：等待无法写入的存储。",
        { KeyHeld: true } => "在运行，但尚未应答。",
        { NeedsSomebody: true } => "未在运行；日志需要处理。",
        { Halted: not null } => "未在运行；存证已终止。",
        { Size: 0 } => "未在运行；日志为空。",
        { Buffered: 0 } => $"未在运行；全部 {Number(health.Size ?? 0)} 条日志条目均已存证。",
        _ => $"未在运行；保有 {Number(health.Size ?? 0)} 条日志条目，其中 {Number(health.Buffered ?? 0)} 条待存证。",
    };

    public override IEnumerable<(string Label, string Text)> Figures(StoppedHealth health)
    {
        yield return ("网关", health.KeyHeld
            ? $"在运行（密钥正在使用），但 {health.Socket} 无人应答：正在启动、等待存储，或无法建立该套接字。请看 journalctl -u edge-gateway"
            : health.Fault == StoppedProblem.OtherStack ? $"{health.Socket} 无人应答"
            : $"{health.Socket} 无人应答。启动：{health.Start}{(health.Start == StoppedHealth.StartOfService ? "；若失败，请看 journalctl -u edge-gateway" : "")}");
        yield return ("存放于", health.Log);
        if (health.ReadOnly)
            yield return ("", "该文件系统以只读方式挂载。请查看其错误（dmesg），并以可写方式挂载；等待中的网关会自行继续。");
        if (health.Fault is not null)
            yield return ("问题", Fault(health));
        if (health.Fork is { } fork)
            yield return ("存证", $"已终止：{Forked(fork, health.Gateway)}{AskTheCity}");
        foreach (var damage in DamageList(health.Damage, health.Configuration))
            yield return ("损坏", damage);
        if (health.Damage.Count > 0)
            yield return ("", SeeToDamage(health.Damage, Path.Combine(health.Log, "quarantine"), health.Configuration));
        if (health.StoreBytes is null)
            yield break;
        yield return ("日志", $"已落盘 {Number(health.Size ?? 0)} 条，已封存 {Number(health.Sealed ?? 0)} 条，已存证 {Number(health.Anchored ?? 0)} 条{(health.Oldest is > 0 and { } oldest ? $"；内容自第 {Number(oldest)} 条起保留" : "")}");
        if (health.Fault is null)
            yield return ("核对", health.Sealed == 0 ? "尚无签名" : $"哈希树与最近签署的一致，{Looked(health)}");
        yield return ("存储", Disk(health.StoreBytes, health.WalBytes, health.FreeBytes, health.BudgetBytes, health.FloorBytes));
    }

    public override string Fault(StoppedHealth health) => health.Fault switch
    {
        StoppedProblem.LogGone => $"{health.Log} 中没有日志，但 {health.Gateway} 的密钥已签署过日志：日志已丢失或在别处。请挂载或恢复它，或在配置的 store: 中指明其文件夹。请勿重新开始：城市会拒绝同名的第二份日志。",
        StoppedProblem.EndMissing => $"已签署 {Number(health.Sealed ?? 0)} 条，但只保有 {Number(health.Size ?? 0)} 条。启动网关之前请先复制该文件夹，并检查存储卡。",
        StoppedProblem.OtherTree => "日志的哈希与已签署的不符。启动网关之前请先复制该文件夹，并检查存储卡。",
        StoppedProblem.EntriesDamaged => $"{Number(health.Damaged ?? 0)} 条日志条目的内容与记录时不同，其中第一条为第 {Number(health.FirstDamaged ?? 0)} 条。网关仍可启动，保留通过核验的内容，并记入缺测。请先复制该文件夹，并检查存储卡。",
        _ => ChineseReasons.Of(health.Problem ?? ""),
    };

    public override string Looked(StoppedHealth health) => (health.Checked ?? 0) >= health.Held
        ? $"保有的 {Number(health.Held)} 条日志条目均与记录时相同"
        : $"最新的 {Number(health.Checked ?? 0)} 条日志条目与记录时相同；更早的未查看";

    private static string City(GatewayHealth health)
    {
        if (health.IsHalted)
            return "存证终止后不再发送：见 gateway/Edge.Gateway/Hosting/README.md 中“编号 205 之后”";
        var link = health.Connected ? $"已连接 {Long(health.LinkSeconds)}" : $"未连接 {Long(health.LinkSeconds)}；读数照常封存";
        var why = health is { Connected: false, Broker: { } problem } ? $"。最近原因：{ChineseReasons.Of(problem)}" : "";
        var block = health.Block is { } height ? $"；最新区块 {Number(height)}" : "";
        return $"{link}{block}{(health.NotBelieved > 0 ? $"；{Number(health.NotBelieved)} 条消息未通过核验" : "")}{why}";
    }

    private static string Departments(GatewayHealth health)
    {
        if (health.IsHalted)
            return $"不再询问：{health.Fork?.By ?? "城市"} 所知的本日志历史与本机不同";
        var answered = health.Departments.Where(d => d.Value.SecondsAgo is not null).ToList();
        var refused = health.Departments.Where(d => d.Value.Refusal is not null).Select(d => $"；{d.Key} 拒绝：{Refusal(d.Value.Refusal!)}");
        return $"启动以来 {health.Departments.Count} 个中有 {answered.Count} 个应答"
            + (answered.Count > 0 ? $"，最近一次在 {Long(answered.Min(d => d.Value.SecondsAgo!.Value))}前" : "") + string.Concat(refused);
    }

    private static string Disk(long? total, long? wal, long? free, long? budget, long? floor) => total is null ? "无法查看"
        : $"{ByteText.Format(total.Value)}{(budget is { } most ? $"（上限 {ByteText.Format(most)}）" : "")}，其中预写日志 {ByteText.Format(wal ?? 0)}；磁盘剩余 {ByteText.Format(free ?? 0)}"
            + (floor is { } kept ? $"，其中须留空 {ByteText.Format(kept)}" : "");

    private static string Trust(GatewayHealth health) => health switch
    {
        { ClockAheadOfCitySeconds: not null } => $"，但与城市的时间相差 {Difference(health)}",
        { ClockUncertaintySeconds: { } off } => $"，误差不超过 {Precise(off)}",
        _ => "",
    };

    /// <summary>One gap tells of what was before this start.</summary>
    private string Gap(string reason, GatewayHealth health) => Known<GapReason>(reason) switch
    {
        GapReason.Stopped when health.EndedWithoutStop => "网关未经停止即中断",
        GapReason.PoweredOff when EndedByPower(health) => $"断电{(health.Gaps[reason] > 1 ? "，其中一次" : "，")}未经停止",
        { } why => Field.Of(why),
        _ => reason,
    };

    private string Retold(GatewayHealth health) => health.GapsRetold.Count == 0 ? "" : $"。原记录已舍弃而重新记载：{Each(health.GapsRetold, r => Known<GapReason>(r) is { } why ? Field.Of(why) : r)}";

    private static string Counts(IReadOnlyDictionary<string, long> counts, Func<string, string> name) =>
        counts.Count == 0 ? "启动以来无" : $"启动以来：{Each(counts, name)}";

    private static string Each(IReadOnlyDictionary<string, long> counts, Func<string, string> name) => string.Join("；", counts.Select(c => $"{name(c.Key)}（{Number(c.Value)} 条）"));

    private static string Eviction(string reason) => Known<EvictionReason>(reason) switch
    {
        EvictionReason.Retention => "已存证且保留期满",
        EvictionReason.Released => "已存证，因存储上限舍弃",
        EvictionReason.Unanchored => "未存证，因存储上限舍弃",
        _ => reason,
    };

    private static string Firmness(GatewayHealth health) =>
        health.RateObservedSeconds is < Judgement.FirmRateSeconds and var seconds ? $"（由 {Long(seconds)}推算）" : "";

    private static string Long(double seconds) => Duration(seconds, ("天", "小时", "分", "秒"));

    private static string Difference(GatewayHealth health) => Math.Abs(health.ClockAheadOfCitySeconds ?? 0) is var seconds && seconds < SecondsOfTwoDays ? Long(Math.Round(seconds / 60) * 60) : Time(seconds / 86_400).Trim();

    private static string Precise(double seconds) => seconds < 1 ? $"{Number(seconds * 1000)} 毫秒" : Long(seconds);

    private static string Short(double seconds) => string.Join(' ', Long(seconds).Split(' ').Take(2));

    /// <summary>With a blank before a number.</summary>
    private static string Time(double days) => Estimate(days, ("不到一分钟", "分钟", "小时", "天", "年", "年", "一百年以上")) is var time && char.IsAsciiDigit(time[0]) ? $" {time}" : time;
}
