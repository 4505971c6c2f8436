namespace Edge.Gateway.Configuration;

public static partial class ChineseProblems
{
    private static (string English, string Chinese)[] OfChannels =>
    [
        ("is empty; list at least one sensor", "为空；请至少列出一个传感器"),
        ("there is no I2C bus \"{}\" under buses; add it, or write one of: {}", "buses 中没有 I2C 总线“$1”；请添加，或改写为：$2"),
        ("there is no GPIO chip \"{}\" under buses; add it, or write one of: {}", "buses 中没有 GPIO 芯片“$1”；请添加，或改写为：$2"),
        ("there is no 1-wire bus \"{}\" under buses; add it, or write one of: {}", "buses 中没有 1-wire 总线“$1”；请添加，或改写为：$2"),
        ("there is no {} \"{}\" under buses; add it, or write one of: ", "buses 中没有“$2”；请添加"),
        ("is also used by {}; set another address strap, or another line", "已被 $1 使用；请改接地址跳线，或换一条线"),
        ("is also used by {}; list each device once", "已被 $1 使用；每个器件只列一次"),
        ("does not belong to a remote bus; remove it, or write kind: linux", "不属于远程总线；请删去，或写 kind: linux"),
        ("does not belong to a bus on this board; remove it, or write kind: remote", "不属于本板总线；请删去，或写 kind: remote"),
        ("write one of device: /dev/i2c-1 (an I2C bus), chip: pinctrl-bcm2711 (GPIO lines, by the chip's label) and folder: /sys/bus/w1/devices (1-wire)", "请写以下之一：device: /dev/i2c-1（I2C 总线）、chip: pinctrl-bcm2711（GPIO 线，写芯片标签）、folder: /sys/bus/w1/devices（单总线 1-wire）"),
        ("\"{}\" is not a driver; write {}", "“$1”不是驱动；可写 $2"),
        ("{} is shorter than one round takes; write at least {}", "$1 短于一轮采样所需；至少写 $2"),
        ("\"{}\" is not a channel name; use 1 to 64 of {}", "“$1”不是测点名称；请用 1 至 64 个 $2"),
        ("\"{}\" is not a unit; write it in UCUM or SenML without blanks, for example {}", "“$1”不是单位；请按 UCUM 或 SenML 写，不含空格，例如 $2"),
        ("no sensor has this channel; known are {}", "没有传感器有这个测点；已有的是 $1"),
        ("two channels are named \"{}\"; give each its own name", "有两个测点名为“$1”；请各取其名"),
        ("\"{}\" is not known; write pipeline, energy or water", "没有“$1”；可写 pipeline、energy 或 water"),
        ("{} is not below alarm_high, {}", "$1 不低于 alarm_high（$2）"),
        ("must be the lowest and the highest plausible value in brackets, for example {}", "应为方括号内的最低和最高合理值，例如 $1"),
        ("{} is not below {}; write the lowest plausible value first", "$1 不低于 $2；请先写最低合理值"),
        ("{} is not a rate; write the most the value can change in a second, above 0", "$1 不是变化率；请写每秒最多变化多少，须大于 0"),
        ("{} is not a band; write how far a value that stands still may wander, 0 or more", "$1 不是范围；请写不变的值最多波动多少，0 或以上"),
        ("says nothing alone; write also how long the value may stand still, for example {}", "单独写没有意义；请同时写值最多可多久不变，例如 $1"),
        ("{} is in {}; a total is taken of what is per time, in a unit that ends with {}", "$1 的单位是 $2；累计量取自按时间计的量，其单位以 $3 结尾"),
        ("{} is sampled every {} and {} every {}; give both sensors the same period", "$1 每 $2 采样一次，$3 每 $4 一次；请为两个传感器设相同的 period"),
        ("{} is not a density; write kg/m3, {} for water of 20 degrees Celsius", "$1 不是密度；请写 kg/m3，20 摄氏度的水为 $2"),
        ("{} is not the gravity of a place on earth; write m/s2, {} where it is not known better", "$1 不是地球上的重力加速度；请写 m/s2，不确知时为 $2"),
        ("{} is in {}; a level is taken of a pressure in {}", "$1 的单位是 $2；液位取自压力，单位为 $3"),
        ("0 turns every value into the same; write what the input is multiplied by", "0 会把任何值都变成同一个；请写输入要乘的数"),
        ("must be the name of one channel of a sensor, for example {}", "应为传感器的一个测点名称，例如 $1"),
        ("must be the names of two channels of sensors, for example {}", "应为传感器的两个测点名称，例如 $1"),
        ("\"{}\" is not a date; write year-month-day, for example {}", "“$1”不是日期；请写 年-月-日，例如 $2"),
        ("{}: the settings of one channel have {} bytes; at most {} go into the log, shorten its options and texts", "$1：一个测点的设置有 $2 字节；最多 $3 字节可写入日志，请缩短其选项和文字"),
    ];

    private static (string English, string Chinese)[] OfDrivers =>
    [
        ("{} is not an INA{}'s; write 0x40 to 0x4F as strapped by A1 and A0", "$1 不是 INA$2 的地址；请按 A1、A0 的接法写 0x40 至 0x4F"),
        ("{} ohm is not a shunt; write the resistor's value between 0.0001 and 10, for example 0.1", "$1 欧不是分流电阻；请写 0.0001 至 10 之间的阻值，例如 0.1"),
        ("{} A over {} ohm does not fit the input of {} mV; write at most {}", "$1 A 流过 $2 欧超出 $3 mV 的输入；最多写 $4"),
        ("{} A gives a calibration of {}, outside 1 to {}; write at least {}", "$1 A 得到的校准值 $2 不在 1 至 $3 之内；至少写 $4"),
        ("{} is not a ratio; write primary volts per volt at the chip, 1 when wired directly", "$1 不是变比；请写芯片处每伏对应的一次侧伏数，直接接线为 1"),
        ("{} is not a ratio; write primary amperes per ampere in the shunt, 1 without a transformer", "$1 不是变比；请写分流电阻中每安对应的一次侧安数，无互感器为 1"),
        ("{} is not a count the chip averages; write {}", "芯片没有 $1 次平均；可写 $2"),
        ("{} us is not a conversion time of the chip; write {}", "芯片没有 $1 us 的转换时间；可写 $2"),
        ("list one to {} channels with different outputs: {}", "请列出一至 $1 个输出各不相同的测点：$2"),
        ("{} is not an ADS1{}'s; write 0x48, 0x49, 0x4A or 0x4B (ADDR strapped to GND, VDD, SDA, SCL)", "$1 不是 ADS1$2 的地址；请写 0x48、0x49、0x4A 或 0x4B（ADDR 接 GND、VDD、SDA、SCL）"),
        ("{} is not an MCP3424's; write 0x68 to 0x6F as strapped by Adr0 and Adr1", "$1 不是 MCP3424 的地址；请按 Adr0、Adr1 的接法写 0x68 至 0x6F"),
        ("{} is not a resolution of the chip; write {}", "芯片没有 $1 位的分辨率；可写 $2"),
        ("{} is not a rate of the chip; write {}", "芯片没有 $1 的采样率；可写 $2"),
        ("{} V is not a range of the chip; write {}", "芯片没有 $1 V 的量程；可写 $2"),
        ("an {} has four terminals; list one to four channels with different inputs {} to {}", "$1 有四个端子；请列出一至四个输入各不相同的测点，$2 至 $3"),
        ("there is no terminal {}; write {}", "没有端子 $1；可写 $2"),
        ("{} needs {} V at 20 mA but the range ends at {} V; write a wider gain or a smaller shunt", "$1 在 20 mA 时需要 $2 V，而量程只到 $3 V；请写更大的 gain 或更小的 shunt"),
        ("{} pulses per litre is not a meter; write the number on its plate, for example 450", "每升 $1 个脉冲不是流量计；请写其铭牌上的数，例如 450"),
        ("{} ns is out of range; write 0ns to 1s, usually 100us", "$1 ns 超出范围；请写 0ns 至 1s，通常为 100us"),
        ("{} s is out of range; write 100ms to 10min, longer than the time between pulses at the lowest flow", "$1 s 超出范围；请写 100ms 至 10min，长于最小流量时的脉冲间隔"),
        ("a meter needs a period above 0; write for example 1s", "流量计的 period 须大于 0；例如写 1s"),
        ("list one or two channels with different outputs: {}", "请列出一或两个输出各不相同的测点：$1"),
        ("write the line's offset on its GPIO chip, for example line: 17", "请写该线在其 GPIO 芯片上的编号，例如 line: 17"),
        ("an EZO {} circuit has one channel; write {}", "EZO $1 电路只有一个测点；请写 $2"),
        ("{} is not an I2C address; write {}, or what the circuit was set to", "$1 不是 I2C 地址；请写 $2，或该电路所设的地址"),
        ("{} degC is not water; write 0 to 100, what the water usually has, for example 15", "$1 °C 不是水温；请写 0 至 100，即水的常见温度，例如 15"),
        ("{} is not a BME280's; write 0x76 (SDO strapped to GND) or 0x77 (SDO to VDDIO)", "$1 不是 BME280 的地址；请写 0x76（SDO 接 GND）或 0x77（SDO 接 VDDIO）"),
        ("a DS18B20 has one channel; write {}", "DS18B20 只有一个测点；请写 $1"),
        ("\"{}\" is not a DS18B20; write its folder's name as ls /sys/bus/w1/devices shows it, for example {}", "“$1”不是 DS18B20；请按 ls /sys/bus/w1/devices 所列写其目录名，例如 $2"),
        ("the chip cannot sample {} times; write {}", "芯片不能采样 $1 次；可写 $2"),
        ("{} s is not sensible; write 0s to 5s, usually 600ms", "$1 s 不合理；请写 0s 至 5s，通常为 600ms"),
        ("{} turns every voltage into the same value; write the value per volt at the pin, for example 11 for a 100k/10k divider", "$1 会把任何电压都变成同一个值；请写引脚每伏对应的值，例如 100k/10k 分压写 11"),
        ("{} is not a number; write the value at 0 V, usually 0", "$1 不是数；请写 0 V 时的值，通常为 0"),
        ("{} ohm is not a loop shunt; write the resistor's value between 10 and 500, usually 100 or 150", "$1 欧不是回路分流电阻；请写 10 至 500 之间的阻值，通常为 100 或 150"),
        ("the range {} to {} is empty; write the transmitter's values at 4 mA (low) and at 20 mA (high)", "量程 $1 至 $2 为空；请写变送器 4 mA 时（low）和 20 mA 时（high）的值"),
    ];

    /// <summary>Such as fit where none above does.</summary>
    private static (string English, string Chinese)[] Last =>
    [
        ("\"{}\" is not known; write {}", "没有“$1”；可写 $2"),
        ("{} is out of range; write {} to {}", "$1 超出范围；请写 $2 至 $3"),
    ];
}
