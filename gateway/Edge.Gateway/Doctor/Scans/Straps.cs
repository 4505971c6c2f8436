namespace Edge.Gateway.Doctor.Scans;

/// <summary>How a device comes to its address, in the letters printed on boards; sources are in the drivers' pages.</summary>
internal static class Straps
{
    private static readonly string[] Levels = ["GND", "VS", "SDA", "SCL"];
    private static readonly string[] Adr = ["Adr1=GND Adr0=GND", "Adr1=GND Adr0=open", "Adr1=GND Adr0=VDD", "Adr1=open Adr0=GND", "Adr1=VDD Adr0=GND", "Adr1=VDD Adr0=open", "Adr1=VDD Adr0=VDD", "Adr1=open Adr0=VDD"];

    /// <summary>Null where it has no strap, or cannot have that address.</summary>
    public static string? Of(string driver, int address) => driver switch
    {
        "ads1115" or "ads1015" when address is >= 0x48 and <= 0x4B => $"ADDR={(address == 0x49 ? "VDD" : Levels[address & 3])}",
        "ina219" or "ina226" or "ina228" when address is >= 0x40 and <= 0x4F => $"A1={Levels[address >> 2 & 3]} A0={Levels[address & 3]}",
        "mcp3424" when address is >= 0x68 and <= 0x6F => Adr[address & 7],
        "bme280" when address is 0x76 or 0x77 => $"SDO={(address == 0x76 ? "GND" : "VDDIO")}",
        _ when driver.StartsWith("ezo-", StringComparison.Ordinal) => $"I2C,{address}",
        _ => null,
    };
}
