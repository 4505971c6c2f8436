namespace Edge.Gateway.Tests.Truth.Faults;

/// <summary>A site for each driver: its quantity swings by a tenth in four minutes, so that it never stands still.</summary>
internal static class FaultySites
{
    private const string Loop = "scale: loop, unit: bar, low: 0, high: 10, shunt: 100, signal: { mean: 5, swing: 0.5, period: 4min, noise: 0.01 }";

    public static IReadOnlyDictionary<string, string> ByDriver { get; } = new Dictionary<string, string>
    {
        ["ads1115"] = I2c("ads1115", "0x48", "", $"input: ain0, {Loop}"),
        ["ads1115 by itself"] = Sensor("ads1115", "bus: i2c-1, address: 0x48", "mode: continuous, data_rate: 8, ready_bus: gpio, ready_line: 22", $"input: ain0, {Loop}", period: "125ms"),
        ["ads1015"] = I2c("ads1015", "0x48", "", $"input: ain0, {Loop}"),
        ["mcp3424"] = I2c("mcp3424", "0x68", "", $"input: ch1, {Loop}"),
        ["ina219"] = I2c("ina219", "0x40", "", "output: voltage, signal: { mean: 12, swing: 1.2, period: 4min, noise: 0.05 }"),
        ["ina226"] = I2c("ina226", "0x40", "", "output: voltage, signal: { mean: 12, swing: 1.2, period: 4min, noise: 0.05 }"),
        ["ina228"] = I2c("ina228", "0x40", "", "output: voltage, signal: { mean: 12, swing: 1.2, period: 4min, noise: 0.05 }"),
        ["ezo-ph"] = I2c("ezo-ph", "0x63", "", "signal: { mean: 7, swing: 0.7, period: 4min, noise: 0.01 }"),
        ["ezo-orp"] = I2c("ezo-orp", "0x62", "", "signal: { mean: 250, swing: 25, period: 4min, noise: 1 }"),
        ["ezo-do"] = I2c("ezo-do", "0x61", "", "signal: { mean: 8, swing: 0.8, period: 4min, noise: 0.05 }"),
        ["ezo-ec"] = I2c("ezo-ec", "0x64", "", "signal: { mean: 500, swing: 50, period: 4min, noise: 1 }"),
        ["ezo-rtd"] = I2c("ezo-rtd", "0x66", "", "signal: { mean: 20, swing: 2, period: 4min, noise: 0.01 }"),
        ["bme280"] = I2c("bme280", "0x76", "", "output: humidity, signal: { mean: 50, swing: 5, period: 4min, noise: 0.1 }"),
        ["ds18b20"] = Sensor("ds18b20", "bus: w1, device: 28-0316a27913ff", "", "signal: { mean: 20, swing: 2, period: 4min, noise: 0.1 }"),
        ["ade7953"] = I2c("ade7953", "0x38", "voltage_full_scale: 400", "output: voltage, signal: { mean: 230, swing: 23, period: 4min, noise: 0.5 }"),
        ["ds3231"] = Sensor("ds3231", "bus: i2c-1, address: 0x68", "", "output: temperature, signal: { mean: 20, swing: 2, period: 17min, noise: 0.1 }", period: "64s"),
        ["pzem-004t"] = Sensor("pzem-004t", "bus: rs485, address: 1", "", "output: current, signal: { mean: 10, swing: 1, period: 4min, noise: 0.05 }"),
        ["pulse-flow"] = Sensor("pulse-flow", "bus: gpio, line: 17", "", "output: rate, signal: { mean: 40, swing: 4, period: 4min, noise: 0.2 }"),
        ["contact"] = Sensor("contact", "bus: gpio, line: 22", "means: door", "output: state, signal: { mean: 0 }"),
    };

    private static string I2c(string driver, string address, string options, string channel) => Sensor(driver, $"bus: i2c-1, address: {address}", options, channel);

    private static string Sensor(string driver, string place, string options, string channel, string period = "2s") =>
        $"  - {{ domain: water, driver: {driver}, {place}, period: {period}, options: {{ {options} }}, channels: [{{ name: a, {channel} }}] }}\n";
}
