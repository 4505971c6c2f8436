using Edge.Sensors.Buses;
using Edge.Sensors.Ina226;
using Edge.Sensors.Ina2xx;
using Iot.Device.Adc;
using UnitsNet;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>Triggered. The binding reads no flags: neither ready nor overflow.</summary>
internal sealed class BoundIna236(II2cBus bus, Ina226Options options, TimeProvider time) : BoundSensor<Ina236>(new Ina226Sensor(bus, options, time), options.Conversion, time)
{
    protected override Ina236 Open() => Open(bus, options);

    public static Ina236 Open(II2cBus bus, Ina226Options options) =>
        new(new PortI2cDevice(bus, options.Address), ElectricResistance.FromOhms(options.Shunt), ElectricCurrent.FromAmperes(options.MaxCurrent))
        {
            AverageOverNoSamples = (uint)options.Averaging,
            BusConversionTime = options.ConversionUs,
            ShuntConversionTime = options.ConversionUs,
        };

    protected override void Start(Ina236 binding) => binding.OperatingMode = Ina236OperatingMode.SingleShuntAndBusVoltage;

    protected override double Read(Ina236 binding, int output) => options.Outputs[output].Quantity switch
    {
        Ina2xxQuantity.Voltage => binding.ReadBusVoltage().Volts,
        Ina2xxQuantity.Current => binding.ReadCurrent().Amperes,
        _ => (double)binding.ReadPower().Watts,
    };
}
