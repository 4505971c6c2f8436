using Edge.Sensors.Buses;
using Edge.Sensors.Ds3231;
using Binding = Iot.Device.Rtc.Ds3231;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>The thermometer of the clock.</summary>
internal sealed class BoundDs3231(II2cBus bus, Ds3231Options options, TimeProvider time) : BoundSensor<Binding>(new Ds3231Sensor(bus, options), TimeSpan.Zero, time)
{
    protected override Binding Open() => new(new PortI2cDevice(bus, options.Address));

    protected override double Read(Binding binding, int output) => binding.Temperature.DegreesCelsius;
}
