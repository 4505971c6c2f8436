using Edge.Sensors.Buses;
using Edge.Sensors.Mcp3424;
using Edge.Simulators.Clocks;
using Iot.Device.Mcp3428;
using Binding = Iot.Device.Mcp3428.Mcp3428;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>One-shot; it sleeps while the chip converts. The MCP3428 is an MCP3424 without 18 bits.</summary>
internal sealed class BoundMcp3428(II2cBus bus, Mcp3424Options options, SimulatedClock clock) : BoundSensor<Binding>(new Mcp3424Sensor(bus, options, clock), TimeSpan.Zero, clock)
{
    private const int Attempts = 10;

    protected override Binding Open() => Patiently(() => new Binding(
        new PortI2cDevice(bus, options.Address), AdcMode.OneShot,
        options.Bits switch { 12 => AdcResolution.Bit12, 14 => AdcResolution.Bit14, 16 => AdcResolution.Bit16, _ => throw new ArgumentOutOfRangeException(nameof(options)) },
        (AdcGain)Mcp3424Config.FullScales.IndexOf(options.Gain)));

    protected override double Read(Binding binding, int output) => Patiently(() => binding.ReadChannel(options.Inputs[output].Terminal));

    /// <summary>
    /// The binding waits for five conversions by the wall clock, 20 ms at 12 bits, in which a busy machine may let it look once. So the chip has converted before it is
    /// asked, and it is asked again where even one look took too long.
    /// </summary>
    private T Patiently<T>(Func<T> ask)
    {
        for (var attempt = 1; ; attempt++)
        {
            clock.Advance(Mcp3424Config.Duration(options.Bits));
            try
            {
                return ask();
            }
            catch (OperationCanceledException) when (attempt < Attempts)
            {
                // Asked again.
            }
        }
    }
}
