using Edge.Sensors.Ds18b20;
using Edge.Simulators.Devices;
using Iot.Device.OneWire;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>Through the kernel's file, which the binding reads by itself: it has no bus to be put upon.</summary>
/// <param name="bus">The bus it is on; stays the caller's.</param>
/// <param name="folder">Where the bus' devices are.</param>
/// <param name="options">Which.</param>
/// <param name="time">Whose time passes.</param>
internal sealed class BoundDs18b20(SimulatedOneWire bus, string folder, Ds18b20Options options, TimeProvider time)
    : BoundSensor<OneWireThermometerDevice>(new Ds18b20Sensor(bus, options), TimeSpan.Zero, time)
{
    protected override OneWireThermometerDevice Open() => new(folder, options.Device);

    protected override double Read(OneWireThermometerDevice binding, int output)
    {
        bus.Renew();
        return binding.ReadTemperature().DegreesCelsius;
    }
}
