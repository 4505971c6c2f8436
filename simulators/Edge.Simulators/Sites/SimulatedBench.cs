using Edge.Sensors.Ade7953;
using Edge.Sensors.Ads1x15;
using Edge.Sensors.Bme280;
using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Contact;
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
using Edge.Simulators.Devices;
using Edge.Simulators.Serving;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Sites;

/// <summary>
/// A site's devices, wired: signals through each sensor's physics into registers and edges. It is a directory of buses too, so
/// that drivers in the same process run on it as on copper.
/// </summary>
public sealed class SimulatedBench : IBench, IBusDirectory
{
    private readonly Dictionary<string, SimulatedI2cBus> _buses = [];
    private readonly Dictionary<(string Bus, uint Offset), SimulatedGpioLine> _lines = [];
    private readonly Dictionary<string, SimulatedOneWire> _wires = [];
    private readonly Dictionary<string, SimulatedSerialLine> _serial = [];
    private readonly Dictionary<string, BenchDevice> _byChannel = [];
    private readonly TimeProvider _time;
    private readonly string? _folder;

    /// <param name="sensors">What there is.</param>
    /// <param name="signalOf">The signal behind a source.</param>
    /// <param name="time">Whose time passes.</param>
    /// <param name="folder">Where 1-wire buses lie as files, a folder each; needed when there are any.</param>
    public SimulatedBench(IEnumerable<SiteSensor> sensors, Func<ChannelSource, ISignal> signalOf, TimeProvider time, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        _time = time;
        _folder = folder;
        foreach (var sensor in sensors)
        {
            List<ISignal?> signals = [.. sensor.Sources.Select((s, i) => s is null ? null : new DisturbedSignal(signalOf(s), time, (ulong)i))];
            var device = Wire(sensor.Plan, signals);
            foreach (var channel in sensor.Plan.Channels)
                _byChannel.Add(channel.Name, device);
        }
    }

    /// <summary>The channels' names.</summary>
    public IEnumerable<string> Channels => _byChannel.Keys;

    /// <summary>The 1-wire buses, whose files are the caller's to renew while others read them, and to take down.</summary>
    public IReadOnlyCollection<SimulatedOneWire> Wires => _wires.Values;

    /// <summary>The serial lines.</summary>
    public IReadOnlyCollection<SimulatedSerialLine> SerialLines => _serial.Values;

    /// <inheritdoc/>
    public II2cBus? FindBus(string bus) => _buses.GetValueOrDefault(bus);

    /// <inheritdoc/>
    public SimulatedGpioLine? FindLine(string bus, uint offset) => _lines.GetValueOrDefault((bus, offset));

    /// <inheritdoc/>
    public string Command(string words) => BenchCommand.Obey(words, _byChannel);

    /// <inheritdoc/>
    public II2cBus I2c(string bus) => FindBus(bus) ?? throw new KeyNotFoundException($"The bench has no bus \"{bus}\".");

    /// <inheritdoc/>
    public IOneWire OneWire(string bus) => _wires.GetValueOrDefault(bus) ?? throw new KeyNotFoundException($"The bench has no 1-wire bus \"{bus}\".");

    /// <inheritdoc/>
    public IGpioLine Line(string bus, int offset, LineSetup setup) =>
        new SimulatedGpioRequest(FindLine(bus, (uint)offset) ?? throw new KeyNotFoundException($"The bench has no line {offset} on \"{bus}\"."));

    /// <inheritdoc/>
    public ISerialLine Serial(string bus) => _serial.GetValueOrDefault(bus) ?? throw new KeyNotFoundException($"The bench has no serial line \"{bus}\".");

    private BenchDevice Wire(SensorPlan plan, List<ISignal?> signals)
    {
        if (plan.Wiring == Wiring.Line)
            return new DeviceOnLine(OnLine(plan, signals), Disturbed(signals));
        if (plan is PzemPlan pzem)
            return OnSerial(pzem, signals);
        if (plan is Ds18b20Plan thermometer)
            return Thermometer(thermometer, signals);
        SimulatedI2cDevice device = plan switch
        {
            Ads1x15Plan ads => Converter(ads.Options, signals),
            Mcp3424Plan mcp => Converter(mcp.Options, signals),
            Ina2xxPlan ina => PowerMonitor(ina.Options, signals),
            Ade7953Plan ade => new SimulatedAde7953(ade.Options, Mains(ade.Options, signals), _time),
            Bme280Plan bme => new SimulatedBme280(
                bme.Options.Address, Of(signals, bme.Options.Outputs, Bme280Quantity.Temperature, o => o.Quantity, 20),
                Of(signals, bme.Options.Outputs, Bme280Quantity.Pressure, o => o.Quantity, 101_325),
                Of(signals, bme.Options.Outputs, Bme280Quantity.Humidity, o => o.Quantity, 50), _time),
            Ds3231Plan => new SimulatedDs3231(signals[0] ?? new AdjustableSignal(20), _time),
            EzoPlan ezo => new SimulatedEzo(ezo.Options.Kind, ezo.Options.Address, signals[0] ?? new AdjustableSignal(), _time),
            _ => throw new NotSupportedException($"There is no simulator for {plan.Driver}."),
        };
        if (!_buses.TryGetValue(plan.Bus, out var bus))
            _buses.Add(plan.Bus, bus = new SimulatedI2cBus(plan.Bus));
        bus.Connect(device);
        return new ChipOnBus(bus, device, Disturbed(signals));
    }

    private SimulatedLineDevice OnLine(SensorPlan plan, List<ISignal?> signals)
    {
        var line = new SimulatedGpioLine($"{plan.Bus} line {plan.Place}");
        SimulatedLineDevice device = plan switch
        {
            PulseFlowPlan flow => new SimulatedFlowMeter(Of(signals, flow.Options.Outputs, PulseFlowQuantity.Rate, o => o.Quantity), flow.Options.KFactor, line, _time),
            ContactPlan contact => new SimulatedContact(
                Of(signals, contact.Options.Outputs, ContactQuantity.State, o => o.Quantity), contact.Options.IsActiveHigh, line, _time),
            _ => throw new NotSupportedException($"There is no simulator for {plan.Driver}."),
        };
        _lines.Add((plan.Bus, (uint)plan.Place), line);
        return device;
    }

    private ThermometerOnWire Thermometer(Ds18b20Plan plan, List<ISignal?> signals)
    {
        if (!_wires.TryGetValue(plan.Bus, out var wire))
            _wires.Add(plan.Bus, wire = new SimulatedOneWire(Path.Combine(_folder ?? throw new ArgumentException("A site with 1-wire needs a folder for it."), plan.Bus), plan.Bus));
        var device = new SimulatedDs18b20(plan.Options.Device, signals[0] ?? new AdjustableSignal(), _time);
        wire.Connect(device);
        return new ThermometerOnWire(wire, device, Disturbed(signals));
    }

    private MeterOnSerialLine OnSerial(PzemPlan plan, List<ISignal?> signals)
    {
        if (!_serial.TryGetValue(plan.Bus, out var line))
            _serial.Add(plan.Bus, line = new SimulatedSerialLine(plan.Bus, _time));
        var meter = new SimulatedPzem(
            plan.Options.Address, Of(signals, plan.Options.Outputs, PzemRegister.Voltage, o => o.Quantity, 230),
            Of(signals, plan.Options.Outputs, PzemRegister.Current, o => o.Quantity, 1), _time);
        line.Connect(meter);
        return new MeterOnSerialLine(meter, Disturbed(signals));
    }

    private static List<DisturbedSignal> Disturbed(List<ISignal?> signals) => [.. signals.OfType<DisturbedSignal>()];

    private SimulatedIna2xx PowerMonitor(Ina2xxOptions options, List<ISignal?> signals)
    {
        ISignal OfQuantity(Ina2xxQuantity quantity) => Of(signals, options.Outputs, quantity, o => o.Quantity);
        var (volts, amperes) = (OfQuantity(Ina2xxQuantity.Voltage), OfQuantity(Ina2xxQuantity.Current));
        return options switch
        {
            Ina219Options ina219 => new SimulatedIna219(ina219, volts, amperes, _time),
            Ina226Options ina226 => new SimulatedIna226(ina226, volts, amperes, _time),
            Ina228Options ina228 => new SimulatedIna228(ina228, volts, amperes, OfQuantity(Ina2xxQuantity.Temperature), _time),
            _ => throw new NotSupportedException($"There is no simulator for {options.Driver}."),
        };
    }

    private static SimulatedMains Mains(Ade7953Options options, List<ISignal?> signals)
    {
        ISignal OfQuantity(Ade7953Quantity quantity, double? otherwise) => Of(signals, options.Outputs, quantity, o => o.Quantity, otherwise);
        return new SimulatedMains(OfQuantity(Ade7953Quantity.Voltage, 0), OfQuantity(Ade7953Quantity.CurrentA, 0), OfQuantity(Ade7953Quantity.CurrentB, 0))
        {
            WattsA = OfQuantity(Ade7953Quantity.PowerA, null),
            WattsB = OfQuantity(Ade7953Quantity.PowerB, null),
            Hertz = OfQuantity(Ade7953Quantity.Frequency, 50),
        };
    }

    private SimulatedAds1x15 Converter(Ads1x15Options options, List<ISignal?> signals)
    {
        var converter = new SimulatedAds1x15(options.Chip, options.Address, _time);
        Wire(options.Inputs, signals, converter.Connect);
        if (options.Ready is { } ready)
        {
            var line = new SimulatedGpioLine($"{ready.Bus} line {ready.Line}");
            _lines.Add((ready.Bus, (uint)ready.Line), line);
            converter.ConnectReady(line);
        }

        return converter;
    }

    private SimulatedMcp3424 Converter(Mcp3424Options options, List<ISignal?> signals)
    {
        var converter = new SimulatedMcp3424(options.Address, _time);
        Wire(options.Inputs, signals, converter.Connect);
        return converter;
    }

    private static void Wire(IReadOnlyList<ScaledInput> inputs, List<ISignal?> signals, Action<int, ISignal> connect)
    {
        for (var i = 0; i < inputs.Count; i++)
        {
            var signal = signals[i] ?? new AdjustableSignal();
            connect(inputs[i].Terminal, inputs[i].Scale switch
            {
                LoopScale loop => new LoopTransmitter(signal, loop),
                VoltageScale voltage => new VoltageProbe(signal, voltage),
                _ => signal,
            });
        }
    }

    private static ISignal Of<TOutput, TQuantity>(List<ISignal?> signals, IReadOnlyList<TOutput> outputs, TQuantity quantity, Func<TOutput, TQuantity> quantityOf, double? otherwise = null)
        where TQuantity : struct, Enum
    {
        for (var i = 0; i < outputs.Count; i++)
        {
            if (quantityOf(outputs[i]).Equals(quantity) && signals[i] is { } signal)
                return signal;
        }
        return new AdjustableSignal(otherwise);
    }
}
