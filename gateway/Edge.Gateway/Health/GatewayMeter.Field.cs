using System.Diagnostics.Metrics;

namespace Edge.Gateway.Health;

public sealed partial class GatewayMeter
{
    private void Field()
    {
        Meter.CreateObservableGauge("edge.device.jitter", Jitter, "s", "How late rounds begin, by device and quantile (0.5, 0.99); the newest 65,536 rounds count most.");
        Device("edge.device.missed", "{round}", "Rounds left out since the start, because their time had passed when they could have begun, by device.", d => d.MissedRounds);
        Device("edge.device.absent", "{reading}", "Readings without a value since the start, by device.", d => d.Absent);
        Device("edge.device.no_acknowledge", "{try}", "Tries of a transfer that nobody acknowledged, by device of an I2C bus.", d => d.Transfers?.NoAcknowledges);
        Device("edge.device.timeout", "{try}", "Tries of a transfer that did not end in time, by device of an I2C bus.", d => d.Transfers?.Timeouts);
        Device("edge.device.other_failure", "{try}", "Tries of a transfer that failed otherwise, by device of an I2C bus.", d => d.Transfers?.OtherFailures);
        Device("edge.device.retry", "{try}", "Tries that were not the first of their transfer, by device of an I2C bus.", d => d.Transfers?.Retries);
        Device("edge.device.withheld", "{transfer}", "Transfers that were not begun because the device's slot of the round was over, by device of an I2C bus.", d => d.Transfers?.Withheld);
        Meter.CreateObservableCounter("edge.bus.recovery", () => ByName(_health().Buses.ToDictionary(b => b.Key, b => b.Value.Recoveries), "bus"), "{recovery}", "Times that a bus was held low and freed by clocks, by I2C bus.");
        Meter.CreateObservableGauge("edge.bus.held", () => ByName(_health().Buses.ToDictionary(b => b.Key, b => b.Value.IsHeld ? 1L : 0), "bus"), "{flag}", "1 while a bus is held: SCL or SDA is low and cannot be freed, or no transfer with any of its devices ends, by I2C bus.");
    }

    private void Device(string name, string unit, string description, Func<DeviceHealth, long?> count) => Meter.CreateObservableCounter(
        name, () => ByName(_health().Devices.Where(d => count(d.Value) is not null).ToDictionary(d => d.Key, d => count(d.Value)!.Value), "device"), unit, description);

    private IEnumerable<Measurement<double>> Jitter() =>
        from device in _health().Devices
        from quantile in new[] { (Name: "0.5", Value: device.Value.JitterP50Milliseconds), (Name: "0.99", Value: device.Value.JitterP99Milliseconds) }
        where quantile.Value is not null
        select new Measurement<double>((quantile.Value ?? 0) / 1000, new("device", device.Key), new("quantile", quantile.Name));
}
