using Edge.Sensors.Bme280;
using Edge.Sensors.Buses;
using Iot.Device.Bmxx80;
using Iot.Device.Bmxx80.PowerMode;
using Binding = Iot.Device.Bmxx80.Bme280;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>Forced. The binding's own Read sleeps; this waits for as long without a thread.</summary>
internal sealed class BoundBme280(II2cBus bus, Bme280Options options, TimeProvider time)
    : BoundSensor<Binding>(new Bme280Sensor(bus, options, time), Bme280Chip.Duration(options.Oversampling), time)
{
    protected override Binding Open()
    {
        var sampling = (Iot.Device.Bmxx80.Sampling)Bme280Chip.Code(options.Oversampling);
        return new Binding(new PortI2cDevice(bus, options.Address)) { TemperatureSampling = sampling, PressureSampling = sampling, HumiditySampling = sampling };
    }

    protected override void Start(Binding binding) => binding.SetPowerMode(Bmx280PowerMode.Forced);

    protected override double Read(Binding binding, int output) => options.Outputs[output].Quantity switch
    {
        Bme280Quantity.Temperature when binding.TryReadTemperature(out var temperature) => temperature.DegreesCelsius,
        Bme280Quantity.Pressure when binding.TryReadPressure(out var pressure) => pressure.Pascals,
        Bme280Quantity.Humidity when binding.TryReadHumidity(out var humidity) => humidity.Percent,
        _ => throw new InvalidOperationException("Skipped."),
    };
}
