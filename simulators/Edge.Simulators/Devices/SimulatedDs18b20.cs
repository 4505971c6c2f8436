using System.Globalization;
using Edge.Sensors.Ds18b20;
using Edge.Sensors.Sampling;
using Edge.Simulators.Signals;

namespace Edge.Simulators.Devices;

/// <summary>
/// DS18B20 as its nine bytes (datasheet 19-7487), in the text that the kernel makes of them. Nothing there, or unplugged: the kernel has no such device. Not acknowledging: all bits 1. Bus stuck:
/// all bits 0. Never ready: the power-on value. Saturated: the value of a supply too weak to convert.
/// </summary>
/// <param name="serial">Family and serial, for example 28-0316a27913ff.</param>
/// <param name="celsius">Where it is.</param>
/// <param name="time">When it converts.</param>
public sealed class SimulatedDs18b20(string serial, ISignal celsius, TimeProvider time)
{
    // Alarm limits 75 and 70 degC, 12 bits, as they leave the factory; reserved bytes FFh, 0Ch, 10h.
    private static readonly byte[] PowerOn = Convert.FromHexString("50054B467FFF0C10");

    private readonly byte[] _bytes = [.. PowerOn, 0];
    private readonly Random _noise = new(28);
    private string _lastGood = "";
    private bool _brownOut;

    /// <summary>Family and serial.</summary>
    public string Serial { get; } = serial;

    /// <summary>What is wrong with it now; one of <see cref="Faults"/>.</summary>
    public DeviceFault Fault { get; set; }

    /// <summary>What can be wrong with it.</summary>
    public static IReadOnlyList<DeviceFault> Faults { get; } =
    [
        DeviceFault.None, DeviceFault.NoAcknowledge, DeviceFault.Unplugged, DeviceFault.BusStuck, DeviceFault.Short, DeviceFault.Garbage, DeviceFault.Frozen,
        DeviceFault.NeverReady, DeviceFault.Saturated, DeviceFault.BitFlips,
    ];

    /// <summary>The supply dips during the next conversion.</summary>
    public void BrownOut() => _brownOut = true;

    /// <summary>Converts, and gives the file as the kernel writes it; null when the kernel has no such device.</summary>
    public string? Converted()
    {
        if (Fault == DeviceFault.Unplugged || !celsius.TryRead(time.Nanoseconds(), out var degrees))
            return null;
        if (Fault != DeviceFault.Frozen)
            Fill(degrees);
        _brownOut = false;
        var crc = Ds18b20Scratchpad.Checksum(_bytes.AsSpan(0, 8));
        var good = crc == _bytes[8];
        var hex = string.Concat(_bytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture) + " "));
        if (Fault == DeviceFault.Short)
            return hex[..12];
        if (good)
            _lastGood = string.Create(CultureInfo.InvariantCulture, $"{hex}t={(short)(_bytes[0] | _bytes[1] << 8) * 1000 / Ds18b20Scratchpad.CodesPerDegree}\n");
        return $"{hex}: crc={crc:x2} {(good ? "YES" : "NO")}\n{_lastGood}";
    }

    private void Fill(double degrees)
    {
        switch (Fault)
        {
            case DeviceFault.NoAcknowledge:
                Array.Fill(_bytes, (byte)0xFF);
                return;
            case DeviceFault.BusStuck:
                Array.Clear(_bytes);
                return;
            case DeviceFault.Garbage:
                _noise.NextBytes(_bytes);
                return;
        }

        PowerOn.CopyTo(_bytes, 0);
        if (Fault != DeviceFault.NeverReady && !_brownOut)
            Store((short)(Fault == DeviceFault.Saturated ? Ds18b20Scratchpad.Starved : Math.Clamp(Math.Round(degrees * Ds18b20Scratchpad.CodesPerDegree), -55 * 16, 125 * 16)));
        _bytes[8] = Ds18b20Scratchpad.Checksum(_bytes.AsSpan(0, 8));
        if (Fault == DeviceFault.BitFlips)
            _bytes[_noise.Next(_bytes.Length)] ^= (byte)(1 << _noise.Next(8));
    }

    private void Store(short code)
    {
        (_bytes[0], _bytes[1]) = ((byte)code, (byte)(code >> 8));
        _bytes[6] = (byte)(16 - (code & 15));
    }
}
