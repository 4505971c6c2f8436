using Edge.Sensors.Ads1x15;
using Edge.Sensors.Buses;
using Iot.Device.Ads1115;
using Binding = Iot.Device.Ads1115.Ads1115;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>Single-shot. It asks the chip without a pause until it is ready.</summary>
internal sealed class BoundAds1115(II2cBus bus, Ads1x15Options options, TimeProvider time) : BoundSensor<Binding>(new Ads1x15Sensor(bus, options, time), TimeSpan.Zero, time)
{
    protected override Binding Open() => new(
        new PortI2cDevice(bus, options.Address), Terminal(0), (MeasuringRange)Ads1x15Chip.FullScales.IndexOf(options.Gain),
        (DataRate)options.Chip.DataRates.ToList().IndexOf(options.DataRate), DeviceMode.PowerDown);

    protected override double Read(Binding binding, int output) => binding.ReadVoltage(Terminal(output)).Volts;

    private InputMultiplexer Terminal(int output) => InputMultiplexer.AIN0 + options.Inputs[output].Terminal;
}
