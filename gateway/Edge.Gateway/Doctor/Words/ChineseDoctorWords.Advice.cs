using Edge.Gateway.Health;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;

namespace Edge.Gateway.Doctor.Words;

internal sealed partial class ChineseDoctorWords
{
    protected override string OfSymptom(Check check) => check.Symptom switch
    {
        Symptom.ConfigurationFaulty => $"请改正该行，再检查：{ProgramName.Called} config check 文件。",
        Symptom.ConfigurationOther or Symptom.ChannelOther => "请重启网关（systemctl restart edge-gateway）使此文件生效，再检查；或用网关启动时的文件检查。",
        Symptom.IdentityFaulty => "请按上一行处理，再重新检查。",
        Symptom.IdentityHidden => "请以网关运行所用的用户检查：runuser -u edge -- ……",
        Symptom.BusMissing => "请在 config.txt 中启用（I2C：dtparam=i2c_arm=on；1-wire：dtoverlay=w1-gpio），插好适配器，或在配置的 buses: 中改正。",
        Symptom.LibraryMissing => "请安装（apt-get install libgpiod3，Debian 12 为 libgpiod2）并重启网关；或换用无需它的组件栈 system 的程序。",
        Symptom.ChipMissing => "请用 gpiodetect 查看此主板的标签，并改正 buses 下的 chip:。",
        Symptom.SerialMissing => "请插好适配器，查看其名称（ls /dev/serial/by-id），并写入 buses: 中的 serial:；主板自带的串口须先用 raspi-config 释放。",
        Symptom.BusDenied => "请把当前用户加入其所属的组（i2c、gpio、dialout），或停止占用它的程序。",
        Symptom.BusStuck => $"有一根线被拉低。请逐个拔下器件直到恢复：最后拔下的就是原因。检查 {SdaAndScl(check)} 是否对地短路，再断电重启。",
        Symptom.BusSilent => $"请检查各器件共用的部分：传感器处的 3.3 V（1 脚）和地（6 脚），{SdaAndScl(check)} 是否接反，一对 2.2 至 4.7 kΩ 上拉电阻接到 3.3 V。",
        Symptom.BusAway => "请启动提供它的程序（edge-sim serve --socket 路径），或改正 buses: 中的 socket:。",
        Symptom.DeviceSilent => $"{Wires(check)}{Strapped(check)}",
        Symptom.DeviceElsewhere => check.StrapInstead is null || check.Strap is null ? $"若所指的就是它，请在配置中写 {check.Instead}。"
            : $"请把地址跳线由 {check.StrapInstead} 改为 {check.Strap}，或在配置中写 address: {check.Instead}。",
        Symptom.DeviceOther when check.Driver == Meter => "该地址上应答的是另一种 Modbus 器件，或有两个同时应答：请拔下其他器件，为电表另设地址，并写入配置的 address:。",
        Symptom.DeviceOther => $"该地址上是另一种器件。请看芯片上的丝印：在此接 {check.Driver}，或改正配置中的 driver:。",
        Symptom.DeviceUnasked => "若是您的器件，请加到 sensors:；若不是，请拔下。",
        Symptom.ContactActive => Watched(check) switch
        {
            WatchedContact.Leak => "请查找漏点并擦干漏水绳；若是干的，则两线相碰，或配置中的 active: 写反。",
            WatchedContact.Door => $"请关门；若已关好，请检查触点及其两根线（{check.Place}），以及配置中的 active:。",
            _ => $"请查明是谁动过，并关好外壳；若已关好，请检查触点及其两根线（{check.Place}），以及配置中的 active:。",
        },
        Symptom.ReadySilent => $"请检查 {Whole(check)} 的 ALERT/RDY 到 {check.ReadyLine} 的接线、到 3.3 V 的 10 kΩ 上拉电阻，以及配置中的 ready_bus 和 ready_line：写成别的线时，线虽存在却没有边沿。",
        Symptom.ReadyAway => "请把配置中的 ready_bus 和 ready_line 改为 ALERT/RDY 所接的线（经 10 kΩ 接 3.3 V）；一条线同时只能由一个程序使用。",
        Symptom.NotRead => $"请先处理其总线或器件；网关运行时，请看其状态：{ProgramName.Called} status。",
        Symptom.ClockUnvouched => "请接通网络并等待 NTP（timedatectl），或装电池供电的时钟并写入 clock.rtc。在此之前读数没有日历时间。",
        Symptom.RtcFaulty => "请检查其电池，对时（hwclock --systohc），并允许当前用户读取 /dev/rtcN。",
        Symptom.DiskFull => "请腾出空间，或调低 store.free_space_floor。",
        Symptom.DiskClosed => "请把该目录交给网关运行所用的用户；若为只读挂载，请看 dmesg：存储卡可能将坏。",
        Symptom.GatewayNeeds => $"请查看：{ProgramName.Called} status。",
        Symptom.GatewayMute => "请以网关自己的用户检查，或查看是哪个进程（对密钥文件用 fuser）。",
        Symptom.LogOtherStack => "本网关不会以该日志启动，日志并未损坏。请改用上文所指的程序，或按其所述从此更换组件栈。",
        Symptom.LogFaulty => $"请启动网关，它会保留能核验的部分，然后查看：{ProgramName.Damage(null)}。",
        Symptom.BrokerAway => "请检查网线，broker: 中的主机名和端口，以及用户、密码和证书。其间读数照常保存。",
        Symptom.SparkplugAway => "请检查网线，sparkplug.broker: 中的主机名和端口，以及用户、密码和证书。读数留在日志中，之后作为历史数据补发给主机。",
        Symptom.TooSlow => "请单独再查一次；若仍无应答，请将其断电再上电。",
        _ => "请再查一次；若仍失败，请把上一行告诉制造方。",
    };

    /// <summary>No blank stands beside a wide bracket.</summary>
    protected override string OfReason(Check check) => Of(check).Replace("） ", "）", StringComparison.Ordinal);

    private static string Of(Check check) => check.Reason switch
    {
        Reason.NoData when IsCircuit(check) => "电路有应答但没有读数：请把探头插入 BNC 插座并放入水中。",
        Reason.NoData => $"器件有应答但没有数据：请检查 {At(check)} 的探头，再将其断电再上电。",
        Reason.NoAnswer => $"{Wires(check)}{Strapped(check)}",
        Reason.Garbled or Reason.BusFault when check.Driver == Meter => $"{At(check)} 传来的内容有损坏：PZEM-016 请检查串行线的 A 与 B（是否接反、松动）和长线两端 A、B 之间的 120 Ω 终端电阻；PZEM-004T 请检查 RX、TX 和 5 V；并看是否有两块电表用了同一地址。",
        Reason.Garbled or Reason.BusFault when check.Driver == "ds18b20" => $"{At(check)} 传来的内容有损坏：请检查数据线到 3.3 V 的 4.7 kΩ 电阻，缩短线缆，远离电机电缆。",
        Reason.BusFault when IsLine(check) => $"线路 {check.Place} 无法使用：请看是否被其他程序占用（gpioinfo）、当前用户是否在 gpio 组，并改正配置中的 chip: 和 line:。",
        Reason.BusFault => $"请检查 {Whole(check)} 处总线的接线：没有对地短路，上拉电阻在，线长不超过 1 m。",
        Reason.LoopLow => $"{At(check)} 没有电流：请检查环路的 24 V 电源、断线、极性，以及是否经取样电阻到地。",
        Reason.LoopHigh => $"{At(check)} 电流过大：请查变送器是否被短路旁通、变送器自身告警，或取样电阻与配置不符。",
        Reason.LoopUnderrange => $"{At(check)} 略低于零点电流：请看工况是否低于变送器量程，或调其零点。",
        Reason.LoopOverrange => $"{At(check)} 略高于满度电流：请看工况是否高于变送器量程。",
        Reason.Saturated => $"{At(check)} 的电压超出转换器量程{(check.IsWidest ? "，而此量程已是最宽" : "")}：请检查接线" + (check switch
        {
            { Terminal: null } => "和取样电阻，或在配置中写更宽的 gain（range）。",
            { HasShunt: true, IsWidest: true } => "和取样电阻：换用较小的并写入 shunt:，电压即降低。",
            { HasShunt: true } => "和取样电阻，或在配置中写更宽的 gain。",
            { IsWidest: true } => "，或用分压器降低电压，并在配置中写 ratio:。",
            _ => "，或在配置中写更宽的 gain。",
        }),
        Reason.WarmUp => "请等待预热完成；流量计须有水流过。",
        Reason.CalibrationLost when IsCircuit(check) => "请用标准液校准探头，并在 channels: 中写入日期和证书。",
        Reason.CalibrationLost => $"{Whole(check)} 丢失了设置：其电源有跌落。请带载检查 3.3 V。",
        Reason.WrongDevice when check.Driver == Meter => $"{Whole(check)} 处应答的是另一种 Modbus 器件，或有两个同时应答：请为电表另设地址，并写入配置的 address:。",
        Reason.WrongDevice => $"{Whole(check)} 处应答的是另一种器件：请看芯片丝印，更换器件或改正配置中的 driver:。",
        Reason.NotReady => $"{Whole(check)} 未能完成转换：请检查其电源，再将其断电再上电。",
        Reason.Garbled => $"{Whole(check)} 传来的内容有误：请缩短线缆，降低总线速率（dtparam=i2c_arm_baudrate=10000），远离电机电缆；也可能该地址上是另一种器件：请看芯片上的丝印。",
        Reason.OutOfRange => "数值超出为该测点配置的范围：请与标准仪表比对，再检查配置中的 low、high、shunt。",
        Reason.RateOfChange => "变化快于该测点可能的速度：请查端子是否松动。",
        Reason.FlatLine => "长时间没有变化：请看探头是否在水中、阀门是否打开。",
        Reason.Removed => $"{At(check)} 的线路已不存在：请检查所在板卡的插头。",
        Reason.Uncompensated => "用于温度补偿的测点没有数值：请先处理该温度计；其名称在配置的 temperature_from 中。",
        Reason.Overrun => $"网关未能按时读取：请看其状态（{ProgramName.Called} status）。",
        _ => "正在维护；完工后请结束维护状态。",
    };

    private static bool IsCircuit(Check check) => check.Driver?.StartsWith("ezo-", StringComparison.Ordinal) == true;

    private static bool IsLine(Check check) => check.Driver is "contact" or "pulse-flow";

    private static string At(Check check) => check.Terminal is { } terminal ? $"{check.Driver}（{check.Place}）的 {terminal}" : $"{check.Driver}（{check.Place}）";

    /// <summary>The device itself, whatever is wired to it: what is said of all its channels at once.</summary>
    private static string Whole(Check check) => $"{check.Driver}（{check.Place}）";

    private static string SdaAndScl(Check check) => check.Terminal?.Split(", ") is [var sda, var scl] ? $"SDA（{sda} 脚）、SCL（{scl} 脚）" : "SDA、SCL";

    private static string Wires(Check check) => check.Driver switch
    {
        "ds18b20" => "请检查三根线：3.3 V、地、数据（经 4.7 kΩ 接 3.3 V）；以及配置中的序列号。",
        "pulse-flow" => $"请检查流量计到线路 {check.Place} 的接线、其电源和上拉电阻。",
        "contact" => $"请检查触点的两根线：一根接线路 {check.Place}，一根接地。",
        Meter when check.Detail is { Length: > 0 } others => $"线路本身正常，其上 {others} 有应答：请检查此电表的市电、它自己的接线，以及其 Modbus 地址是否为 {check.Place}。",
        Meter => "请检查电表的市电、线路接线（PZEM-016：A 与 B 是否接反；PZEM-004T：RX 接 TX、TX 接 RX，并有 5 V），以及其 Modbus 地址。",
        _ when IsCircuit(check) => "请检查其 3.3 V、地、SDA、SCL；绿灯表示处于 UART 模式，请切换到 I2C。",
        _ => "请检查其 3.3 V、地、SDA、SCL；常见原因是这四根之一松动。",
    };

    private static string Strapped(Check check) => check.Strap is { } strap && !IsCircuit(check) ? $"该地址的跳线应为 {strap}。" : "";
}
