using Edge.Sensors.Ade7953;
using Edge.Sensors.Ads1x15;
using Edge.Sensors.Bme280;
using Edge.Sensors.Catalog;
using Edge.Sensors.Ds18b20;
using Edge.Sensors.Ds3231;
using Edge.Sensors.Ezo;
using Edge.Sensors.Ina219;
using Edge.Sensors.Ina226;
using Edge.Sensors.Ina228;
using Edge.Sensors.Ina2xx;
using Edge.Sensors.Mcp3424;
using Edge.Sensors.PulseFlow;
using Edge.Sensors.Pzem;
using Edge.Sensors.Scales;

namespace Edge.Sensors.Tests.Catalog;

public sealed class SensorCatalogTests
{
    private readonly List<SettingProblem> _problems = [];

    private SensorPlan? Read(string sensor, string options, params string[] channels)
    {
        var bags = channels.Select((c, i) => Bag($"sensors[0].channels[{i}]", c)).ToList();
        return SensorCatalog.Read(new SensorRequest(Bag("sensors[0]", sensor), Bag("sensors[0].options", options), bags, _problems));
    }

    private SettingBag Bag(string path, string settings) => new(
        path, settings.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(": ")).ToDictionary(s => s[0], s => s[1]), _problems);

    [Fact]
    public void The_example_of_the_configuration_is_read_as_written()
    {
        var plan = Assert.IsType<Ads1x15Plan>(Read(
            "driver: ads1115, bus: i2c-1, address: 0x48, period: 500ms", "data_rate: 128, gain: 2.048",
            "name: main.pressure, input: ain0, scale: loop, unit: bar, low: 0, high: 10, shunt: 100"));
        Assert.Empty(_problems);
        Assert.Equal(("i2c-1", TimeSpan.FromMilliseconds(500), 0x48, 128, 2.048), (plan.Bus, plan.Period, plan.Place, plan.Options.DataRate, plan.Options.Gain));
        Assert.Equal(new ScaledInput("main.pressure", 0, new LoopScale { Unit = "bar", Low = 0, High = 10, Shunt = 100 }), Assert.Single(plan.Options.Inputs));
        Assert.Equal(("main.pressure", "bar"), (plan.Channels[0].Name, plan.Channels[0].Unit));
    }

    [Fact]
    public void Each_driver_reads_its_options()
    {
        var ina = Assert.IsType<Ina226Options>(Assert.IsType<Ina2xxPlan>(Read(
            "driver: ina226, bus: i2c-1, address: 0x41", "shunt: 0.01, max_current: 8, bus_ratio: 2, current_ratio: 3, averaging: 64, conversion_us: 588",
            "name: u, output: voltage", "name: i, output: current", "name: p, output: power")).Options);
        Assert.Equal((0.01, 8.0, 2.0, 3.0, 64, 588), (ina.Shunt, ina.MaxCurrent, ina.BusRatio, ina.CurrentRatio, ina.Averaging, ina.ConversionUs));
        var ina219 = Assert.IsType<Ina219Options>(Assert.IsType<Ina2xxPlan>(Read(
            "driver: ina219, bus: i2c-1, address: 0x42", "shunt: 0.05, max_current: 2, bus_ratio: 2, current_ratio: 3, averaging: 64, bus_range: 16",
            "name: u2, output: voltage", "name: i2, output: current", "name: p2, output: power")).Options);
        Assert.Equal((0x42, 0.05, 2.0, 2.0, 3.0, 64, 16), (ina219.Address, ina219.Shunt, ina219.MaxCurrent, ina219.BusRatio, ina219.CurrentRatio, ina219.Averaging, ina219.BusRange));
        var ina228 = Assert.IsType<Ina228Options>(Assert.IsType<Ina2xxPlan>(Read(
            "driver: ina228, bus: i2c-1, address: 0x4F", "shunt: 0.0162, max_current: 10, bus_ratio: 2, current_ratio: 3, averaging: 128, conversion_us: 540",
            "name: e, output: energy", "name: c, output: charge", "name: t, output: temperature")).Options);
        Assert.Equal((0x4F, 0.0162, 10.0, 2.0, 3.0, 128, 540), (ina228.Address, ina228.Shunt, ina228.MaxCurrent, ina228.BusRatio, ina228.CurrentRatio, ina228.Averaging, ina228.ConversionUs));
        Assert.Equal(["J", "C", "Cel"], ina228.Describe().Select(c => c.Unit));
        var ads1015 = Assert.IsType<Ads1x15Plan>(Read("driver: ads1015, bus: i2c-1, address: 0x49", "gain: 1.024", "name: a, input: ain3, scale: voltage, unit: V"));
        Assert.Equal(("ads1015", 0x49, 1600, 1.024, 3), (ads1015.Driver, ads1015.Place, ads1015.Options.DataRate, ads1015.Options.Gain, ads1015.Options.Inputs[0].Terminal));
        var mcp = Assert.IsType<Mcp3424Plan>(Read("driver: mcp3424, bus: i2c-1, address: 0x6E", "bits: 16, gain: 0.512", "name: b, input: ch4, scale: voltage, unit: V"));
        Assert.Equal((0x6E, 16, 0.512, 3), (mcp.Place, mcp.Options.Bits, mcp.Options.Gain, mcp.Options.Inputs[0].Terminal));
        var pzem = Assert.IsType<PzemPlan>(Read(
            "driver: pzem-004t, bus: rs485, address: 17", "current_range: 10, patience: 250ms",
            "name: v, output: voltage", "name: a, output: current", "name: w, output: power", "name: wh, output: energy", "name: hz, output: frequency",
            "name: pf, output: power_factor", "name: al, output: alarm"));
        Assert.Equal((17, Wiring.Serial, 10, TimeSpan.FromMilliseconds(250)), (pzem.Place, pzem.Wiring, pzem.Options.CurrentRange, pzem.Options.Patience));
        Assert.Equal(Enum.GetValues<PzemRegister>(), pzem.Options.Outputs.Select(o => o.Quantity));
        var ade = Assert.IsType<Ade7953Plan>(Read(
            "driver: ade7953, bus: i2c-1", "voltage_full_scale: 354, current_a_full_scale: 22.1, current_b_full_scale: 70.7, voltage_gain: 2, current_a_gain: 22, current_b_gain: 16",
            "name: m.u, output: voltage", "name: m.a, output: current_a", "name: m.b, output: current_b", "name: m.pa, output: power_a",
            "name: m.pb, output: power_b", "name: m.hz, output: frequency"));
        Assert.Equal((0x38, 354.0, 22.1, 70.7), (ade.Place, ade.Options.VoltageFullScale, ade.Options.CurrentAFullScale, ade.Options.CurrentBFullScale));
        Assert.Equal((2, 22, 16), (ade.Options.VoltageGain, ade.Options.CurrentAGain, ade.Options.CurrentBGain));
        Assert.Equal(Enum.GetValues<Ade7953Quantity>(), ade.Options.Outputs.Select(o => o.Quantity));
        var flow = Assert.IsType<PulseFlowPlan>(Read(
            "driver: pulse-flow, bus: gpio, line: 17", "k_factor: 98, debounce: 200us, zero_after: 10s", "name: q, output: rate", "name: v, output: total"));
        Assert.Equal((17, 98.0, TimeSpan.FromMicroseconds(200), TimeSpan.FromSeconds(10)), (flow.Place, flow.Options.KFactor, flow.Options.Debounce, flow.Options.ZeroAfter));
        var ezo = Read("driver: ezo-ph, bus: i2c-1, address: 0x64", "patience: 1s", "name: tap.ph, output: ph");
        Assert.Equal((0x64, "tap.ph", "pH"), (ezo!.Place, ezo.Channels[0].Name, ezo.Channels[0].Unit));
        var water = Assert.IsType<EzoPlan>(Read("driver: ezo-ec, bus: i2c-1, period: 2s", "temperature: 11.5, sleep: true", "name: tap.ec"));
        Assert.Equal((0x64, "uS/cm", 11.5, true, 1200.0), (water.Place, water.Channels[0].Unit, water.Options.Temperature, water.Options.Sleep, water.Duration.TotalMilliseconds));
        var pipe = Assert.IsType<Ds18b20Plan>(Read("driver: ds18b20, bus: w1, device: 28-0316a27913ff", "", "name: pipe.temperature"));
        Assert.Equal((Wiring.OneWire, "28-0316a27913ff", "Cel", 0.0625), (pipe.Wiring, pipe.PlaceText, pipe.Channels[0].Unit, pipe.Channels[0].Resolution));
        Assert.Equal((Wiring.I2c, "0x64", Wiring.Line, "17"), (water.Wiring, water.PlaceText, flow.Wiring, flow.PlaceText));
        var box = Assert.IsType<Ds3231Plan>(Read("driver: ds3231, bus: i2c-1, period: 1min", "", "name: box.temperature, output: temperature"));
        Assert.Equal((0x68, "box.temperature", "Cel", 0.25), (box.Place, box.Channels[0].Name, box.Channels[0].Unit, box.Channels[0].Resolution));
        var air = Assert.IsType<Bme280Plan>(Read(
            "driver: bme280, bus: i2c-1, address: 0x77", "oversampling: 16", "name: t, output: temperature", "name: p, output: pressure", "name: h, output: humidity"));
        Assert.Equal((0x77, 16, 112.8), (air.Place, air.Options.Oversampling, air.Duration.TotalMilliseconds));
        Assert.Equal(["Cel", "Pa", "%RH"], air.Channels.Select(c => c.Unit));
        Assert.Empty(_problems);
    }

    [Theory]
    [InlineData("driver: ads1115, bus: i2c-1, colour: red", "", "name: p, input: ain0, scale: voltage, unit: V", "sensors[0].colour", "known are")]
    [InlineData("driver: ads1115", "", "name: p, input: ain0, scale: voltage, unit: V", "sensors[0].bus", "i2c-1")]
    [InlineData("driver: lm75, bus: i2c-1", "", "name: p", "sensors[0].driver", "ads1115, ads1015, mcp3424, ina219, ina226, ina228, ade7953, pzem-004t, ezo-ph, ezo-orp, ezo-do, ezo-ec, ezo-rtd, bme280, ds18b20, ds3231, pulse-flow")]
    [InlineData("driver: ads1115, bus: i2c-1, address: 0x50", "", "name: p, input: ain0, scale: voltage, unit: V", "sensors[0].address", "0x4B")]
    [InlineData("driver: ads1115, bus: i2c-1, address: fortyeight", "", "name: p, input: ain0, scale: voltage, unit: V", "sensors[0].address", "not a whole number")]
    [InlineData("driver: ads1115, bus: i2c-1", "gain: 3", "name: p, input: ain0, scale: voltage, unit: V", "sensors[0].options.gain", "4.096")]
    [InlineData("driver: ads1015, bus: i2c-1", "data_rate: 860", "name: p, input: ain0, scale: voltage, unit: V", "sensors[0].options.data_rate", "2400 or 3300")]
    [InlineData("driver: ads1115, bus: i2c-1", "gian: 3", "name: p, input: ain0, scale: voltage, unit: V", "sensors[0].options.gian", "data_rate, gain")]
    [InlineData("driver: ads1115, bus: i2c-1", "", "name: Main Pressure, input: ain0, scale: voltage, unit: V", "sensors[0].channels[0].name", "a-z")]
    [InlineData("driver: ads1115, bus: i2c-1", "", "name: p, input: ain7, scale: voltage, unit: V", "sensors[0].channels[0].input", "ain3")]
    [InlineData("driver: ads1115, bus: i2c-1", "", "name: p, input: ain0, scale: loop, unit: bar, low: 0", "sensors[0].channels[0].high", "is missing")]
    [InlineData("driver: ads1115, bus: i2c-1", "", "name: p, input: ain0, scale: voltage, unit: m m", "sensors[0].channels[0].unit", "UCUM")]
    [InlineData("driver: ads1115, bus: i2c-1, period: 2 weeks", "", "name: p, input: ain0, scale: voltage, unit: V", "sensors[0].period", "not a duration")]
    [InlineData("driver: ads1115, bus: i2c-1, period: 5ms", "", "name: p, input: ain0, scale: voltage, unit: V", "sensors[0].period", "at least 10ms")]
    [InlineData("driver: ina219, bus: i2c-1, period: 137ms", "averaging: 128", "name: i, output: current", "sensors[0].period", "at least 140ms")]
    [InlineData("driver: ina219, bus: i2c-1", "", "name: i, output: energy", "sensors[0].channels[0].output", "voltage or current or power")]
    [InlineData("driver: mcp3424, bus: i2c-1, period: 267ms", "", "name: p, input: ch1, scale: voltage, unit: V", "sensors[0].period", "at least 268ms")]
    [InlineData("driver: mcp3424, bus: i2c-1, address: 0x70", "", "name: p, input: ch1, scale: voltage, unit: V", "sensors[0].address", "0x6F")]
    [InlineData("driver: ade7953, bus: i2c-1, address: 0x39", "voltage_full_scale: 354", "name: u, output: voltage", "sensors[0].address", "0x38")]
    [InlineData("driver: ade7953, bus: i2c-1", "", "name: u, output: voltage", "sensors[0].options.voltage_full_scale", "354 behind a divider of 1000 to 1")]
    [InlineData("driver: ade7953, bus: i2c-1", "voltage_full_scale: 354", "name: p, output: power_a", "sensors[0].options.current_a_full_scale", "35.4 with a shunt")]
    [InlineData("driver: ade7953, bus: i2c-1", "current_b_gain: 22", "name: f, output: frequency", "sensors[0].options.current_b_gain", "8 or 16")]
    [InlineData("driver: ade7953, bus: i2c-1", "current_a_gain: 5", "name: f, output: frequency", "sensors[0].options.current_a_gain", "16 or 22")]
    [InlineData("driver: ade7953, bus: i2c-1, period: 211ms", "", "name: f, output: frequency", "sensors[0].period", "at least 212ms")]
    [InlineData("driver: ade7953, bus: i2c-1", "", "name: f, output: energy", "sensors[0].channels[0].output", "power_b or frequency")]
    [InlineData("driver: pzem-004t", "", "name: u, output: voltage", "sensors[0].bus", "rs485")]
    [InlineData("driver: pzem-004t, bus: rs485, address: 0xF8", "", "name: u, output: voltage", "sensors[0].address", "1 to 247")]
    [InlineData("driver: pzem-004t, bus: rs485, period: 139ms", "", "name: u, output: voltage", "sensors[0].period", "at least 140ms")]
    [InlineData("driver: pzem-004t, bus: rs485", "current_range: 50", "name: u, output: voltage", "sensors[0].options.current_range", "10 (built-in shunt)")]
    [InlineData("driver: pzem-004t, bus: rs485", "", "name: u, output: charge", "sensors[0].channels[0].output", "power_factor or alarm")]
    [InlineData("driver: ezo-ph, bus: i2c-1, period: 500ms", "", "name: ph", "sensors[0].period", "at least 900ms")]
    [InlineData("driver: ezo-do, bus: i2c-1", "temperature: 120", "name: o2", "sensors[0].options.temperature", "0 to 100")]
    [InlineData("driver: ezo-orp, bus: i2c-1", "temperature: 12", "name: orp", "sensors[0].options.temperature", "known are patience, sleep")]
    [InlineData("driver: ezo-rtd, bus: i2c-1", "sleep: maybe", "name: t", "sensors[0].options.sleep", "true or false")]
    [InlineData("driver: ezo-ec, bus: i2c-1, address: 0x04", "", "name: ec", "sensors[0].address", "0x64")]
    [InlineData("driver: ezo-ec, bus: i2c-1", "", "name: ec, output: tds", "sensors[0].channels[0].output", "conductivity")]
    [InlineData("driver: ds18b20, bus: w1", "", "name: t", "sensors[0].device", "28-0316a27913ff")]
    [InlineData("driver: ds18b20, bus: w1, device: 10-0316a27913ff", "", "name: t", "sensors[0].device", "ls /sys/bus/w1/devices")]
    [InlineData("driver: ds18b20, bus: w1, device: 28-0316a27913ff, period: 500ms", "", "name: t", "sensors[0].period", "at least 750ms")]
    [InlineData("driver: ds18b20, bus: w1, device: 28-0316a27913ff, address: 0x28", "", "name: t", "sensors[0].address", "is not a setting here")]
    [InlineData("driver: ds3231, bus: i2c-1, address: 0x69", "", "name: t", "sensors[0].address", "0x68")]
    [InlineData("driver: ds3231, bus: i2c-1", "", "name: t, output: time", "sensors[0].channels[0].output", "temperature")]
    [InlineData("driver: bme280, bus: i2c-1, address: 0x78", "", "name: t, output: temperature", "sensors[0].address", "0x77 (SDO to VDDIO)")]
    [InlineData("driver: bme280, bus: i2c-1", "oversampling: 3", "name: t, output: temperature", "sensors[0].options.oversampling", "1, 2, 4, 8 or 16")]
    [InlineData("driver: bme280, bus: i2c-1, period: 100ms", "oversampling: 16", "name: t, output: temperature", "sensors[0].period", "at least 113ms")]
    [InlineData("driver: pulse-flow, bus: gpio", "", "name: q, output: rate", "sensors[0].line", "17")]
    [InlineData("driver: pulse-flow, bus: gpio, line: 17", "", "name: q, output: volume", "sensors[0].channels[0].output", "rate or total")]
    public void A_wrong_setting_is_named_by_its_path_with_what_to_write(string sensor, string options, string channel, string path, string advice)
    {
        Assert.Null(Read(sensor, options, channel));
        Assert.Contains(_problems, p => p.Path == path && p.Message.Contains(advice, StringComparison.Ordinal));
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        Assert.Null(Read("driver: ina226, bus: i2c-1, address: 0x60", "shunt: x, averaging: 3", "name: U, output: voltage"));
        Assert.Equal(
            ["sensors[0].address", "sensors[0].channels[0].name", "sensors[0].options.averaging", "sensors[0].options.shunt"],
            _problems.Select(p => p.Path).Order(StringComparer.Ordinal));
    }
}
