using System.Globalization;
using System.Text;
using Edge.Sensors.Buses;
using Edge.Sensors.Bme280;
using Edge.Sensors.Ezo;
using Edge.Sensors.Ina226;
using Edge.Sensors.Ina228;

namespace Edge.Gateway.Doctor.Scans;

/// <summary>
/// Names what answers at an address. A register's number is written only where no part is known to act on it: never at 0x20-0x27 and 0x38-0x3F, where a PCF8574
/// would switch its outputs, nor at 0x68-0x6F, where it would configure an MCP342x.
/// </summary>
/// <param name="bus">Where it answers.</param>
/// <param name="time">For an EZO circuit's 300 ms.</param>
internal sealed class Identification(II2cBus bus, TimeProvider time)
{
    private static readonly TimeSpan EzoTime = TimeSpan.FromMilliseconds(350);
    private static readonly string[] Monitors = ["ina219", "ina226", "ina228"];

    // Where a name is asked for by register, and cannot mislead: BMP280 and BME680 have no driver here.
    private static readonly Dictionary<byte, (string Name, string[] Drivers)> BoschParts = new() { [Bme280Chip.Id] = ("bme280", ["bme280"]), [0x58] = ("BMP280", []), [0x61] = ("BME680", []) };

    /// <param name="isCircuit">Whether the configuration has an EZO circuit there; at their usual addresses one is asked for anyway.</param>
    public async Task<Answerer> OfAsync(byte address, bool isCircuit, CancellationToken cancellationToken) => address switch
    {
        _ when isCircuit || EzoKind.All.Any(k => k.Address == address) => await CircuitAsync(address, cancellationToken)
            ?? Answerer.Possible(address, [.. EzoKind.All.Where(k => k.Address == address).Select(k => k.Driver)]),
        >= 0x48 and <= 0x4B => Monitor(address) ?? Converter(address) ?? Answerer.Possible(address, ["ads1115", "ads1015", .. Monitors]) with { Registers = MonitorRegisters(address) },
        >= 0x40 and <= 0x4F => Monitor(address) ?? Answerer.Possible(address, Monitors) with { Registers = MonitorRegisters(address) },
        0x76 or 0x77 => Bosch(address),
        >= 0x68 and <= 0x6F => Repeating(address) ?? (address == 0x68 ? Answerer.Possible(address, "mcp3424", "ds3231") : Answerer.Possible(address, "mcp3424")),
        0x38 => Answerer.Possible(address, "ade7953"),
        _ => Answerer.Possible(address),
    };

    private Answerer? Monitor(byte address)
    {
        if (Word(address, (byte)Ina228Register.ManufacturerId) == Ina226Chip.Manufacturer && Word(address, (byte)Ina228Register.DeviceId) >> 4 == 0x228)
            return Answerer.Certain(address, "ina228", "ina228");
        return Word(address, (byte)Ina226Register.ManufacturerId) == Ina226Chip.Manufacturer && (Word(address, (byte)Ina226Register.DieId) & 0xFFF0) == Ina226Chip.Die
            ? Answerer.Certain(address, "ina226", "ina226")
            : null;
    }

    /// <summary>The family decodes two bits of the register's number: the thresholds, which nobody here sets, answer as at power-on under every number.</summary>
    private Answerer? Converter(byte address) =>
        Word(address, 0x02) == 0x8000 && Word(address, 0x03) == 0x7FFF && Word(address, 0xFE) == 0x8000 ? Answerer.Certain(address, "ads1115 / ads1015", "ads1115", "ads1015") : null;

    private Answerer Bosch(byte address)
    {
        Span<byte> id = stackalloc byte[1];
        if (bus.Transfer(address, [(byte)Bme280Register.Id], id) != I2cStatus.Ok)
            return Answerer.Possible(address, "bme280");
        return BoschParts.TryGetValue(id[0], out var part) ? Answerer.Certain(address, part.Name, part.Drivers)
            : Answerer.Possible(address, "bme280") with { Registers = string.Create(CultureInfo.InvariantCulture, $"0xD0 = 0x{id[0]:X2}") };
    }

    /// <summary>An INA219 has none of them, and answers with what it likes.</summary>
    private string? MonitorRegisters(byte address)
    {
        ReadOnlySpan<byte> registers = [(byte)Ina226Register.ManufacturerId, (byte)Ina226Register.DieId, (byte)Ina228Register.ManufacturerId, (byte)Ina228Register.DeviceId];
        var held = new List<string>();
        foreach (var register in registers)
        {
            if (Word(address, register) is >= 0 and var value)
                held.Add(string.Create(CultureInfo.InvariantCulture, $"0x{register:X2} = 0x{value:X4}"));
        }

        return held.Count == 0 ? null : string.Join(", ", held);
    }

    /// <summary>An MCP342x, read on behind its code, repeats its configuration for ever; a clock goes on to its next register.</summary>
    private Answerer? Repeating(byte address)
    {
        Span<byte> read = stackalloc byte[8];
        return bus.Transfer(address, [], read) == I2cStatus.Ok && read[3] is not (0 or 0xFF) && !read[3..].ContainsAnyExcept(read[3]) ? Answerer.Certain(address, "mcp3424", "mcp3424") : null;
    }

    /// <summary>"I" is its own question for what it is.</summary>
    private async Task<Answerer?> CircuitAsync(byte address, CancellationToken cancellationToken)
    {
        if (bus.Transfer(address, "I"u8, []) != I2cStatus.Ok)
            return null;
        await Task.Delay(EzoTime, time, cancellationToken);
        var answer = new byte[EzoAnswer.Length];
        if (bus.Transfer(address, [], answer) != I2cStatus.Ok || answer[0] != (byte)EzoResponse.Success || CircuitName(answer.AsSpan(1)) is not { } name)
            return null;
        return EzoKind.All.FirstOrDefault(k => k.Names.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } kind ? Answerer.Certain(address, kind.Driver, kind.Driver) : Answerer.Certain(address, $"EZO {name}");
    }

    private static string? CircuitName(ReadOnlySpan<byte> answer) =>
        EzoAnswer.TryReadText(answer, out var text) && EzoAnswer.TryReadAfter(text, "?I,"u8, out var rest) ? Encoding.ASCII.GetString(rest).Split(',')[0] : null;

    private int Word(byte address, byte register) => new WordRegisters(bus, address).Read(register, out var value) == I2cStatus.Ok ? value : -1;
}
