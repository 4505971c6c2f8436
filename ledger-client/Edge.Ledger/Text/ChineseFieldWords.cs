using Edge.Ledger.Entries;

namespace Edge.Ledger.Text;

internal sealed class ChineseFieldWords : FieldWords
{
    public override string Of(Quality quality) => quality switch
    {
        Quality.Good => "良好",
        Quality.Uncertain => "可疑",
        Quality.Bad => "坏值",
        _ => $"本程序未知的质量（代码 {(int)quality}）",
    };

    public override string Of(Reason reason) => reason switch
    {
        Reason.None => "无异常",
        Reason.NoData => "设备无数据",
        Reason.NoAnswer => "设备无应答",
        Reason.BusFault => "总线传输失败",
        Reason.LoopLow => "回路电流低于 3.6 mA（断线或无供电）",
        Reason.LoopHigh => "回路电流高于 21.0 mA（短路或变送器告警）",
        Reason.LoopUnderrange => "回路电流在 3.6 至 3.8 mA 之间",
        Reason.LoopOverrange => "回路电流在 20.5 至 21.0 mA 之间",
        Reason.Saturated => "转换器已达量程尽头",
        Reason.WarmUp => "设备预热中",
        Reason.CalibrationLost => "设备丢失了设置或校准",
        Reason.WrongDevice => "该地址应答的是另一设备",
        Reason.NotReady => "设备未按时就绪",
        Reason.Garbled => "应答无法解读",
        Reason.OutOfRange => "超出合理范围",
        Reason.RateOfChange => "变化过快",
        Reason.FlatLine => "长时间不变",
        Reason.Maintenance => "检修中或模拟值",
        Reason.Removed => "设备已移除",
        Reason.Overrun => "网关未按时采样",
        Reason.Uncompensated => "用于补偿的温度目前没有测量值",
        _ => $"本程序未知的原因（代码 {(int)reason}）",
    };

    public override string Of(Ne107 category) => category switch
    {
        Ne107.Normal => "正常",
        Ne107.Failure => "故障",
        Ne107.CheckFunction => "功能检查",
        Ne107.OutOfSpecification => "超出规格",
        Ne107.MaintenanceRequired => "需要维护",
        _ => $"本程序未知的类别（代码 {(int)category}）",
    };

    public override string Of(GapReason reason) => reason switch
    {
        GapReason.PoweredOff => "断电",
        GapReason.SensorAbsent => "传感器不在位",
        GapReason.Overrun => "网关来不及处理",
        GapReason.Evicted => "因存储上限舍弃",
        GapReason.StoreDamaged => "网关存储损坏",
        GapReason.Stopped => "采样已停止",
        GapReason.Thinned => "因存储将满只保留部分读数",
        GapReason.Shed => "因存储将满停止该测点采样",
        GapReason.Blocked => "因存储已满未采集",
        GapReason.Released => "上链存证后因存储上限舍弃",
        _ => $"本程序未知的原因（代码 {(int)reason}）",
    };

    public override string Of(ClockSource source) => source switch
    {
        ClockSource.None => "无同步时钟",
        ClockSource.Kernel => "网络授时（以内核为准）",
        ClockSource.Rtc => "带电池的实时时钟",
        ClockSource.Configured => "主机时钟（由配置指定）",
        _ => $"本程序未知的时钟来源（代码 {(int)source}）",
    };

    public override string Of(WatchedContact contact, bool isActive) => (contact, isActive) switch
    {
        (WatchedContact.Leak, true) => "潮湿",
        (WatchedContact.Leak, false) => "干燥",
        (_, true) => "打开",
        (_, false) => "闭合",
    };
}
