using System.Globalization;
using System.Text;
using Edge.Gateway.Configuration;

namespace Edge.Torture.Month;

/// <summary>A gateway with ten channels of one reading a second, all else as by default, and a budget that a month does not fill.</summary>
internal static class MonthSite
{
    public const int Channels = 10;

    private const int PerDevice = 4;

    public static GatewayConfiguration Make(string folder)
    {
        var text = new StringBuilder(
            """
            version: 1
            origin: city.example/month-gw
            identity: { key: gateway.key }
            policy: policy.txt
            store: { budget: 100GB, free_space_floor: 100MB }
            broker: { host: 127.0.0.1 }
            buses:
              i2c-1: { kind: linux, device: /dev/i2c-1 }
            sensors:

            """);
        for (var channel = 0; channel < Channels; channel++)
        {
            if (channel % PerDevice == 0)
                text.Append(CultureInfo.InvariantCulture, $"  - driver: ads1115\n    bus: i2c-1\n    address: {0x48 + (channel / PerDevice)}\n    period: 1s\n    options: {{ data_rate: 128, gain: 4.096 }}\n    channels:\n");
            text.Append(CultureInfo.InvariantCulture, $"      - {{ name: main.pressure.{channel}, input: ain{channel % PerDevice}, scale: loop, unit: bar, low: 0, high: 10, shunt: 150 }}\n");
        }

        return ConfigurationReader.Read(Path.Combine(folder, "gateway.yaml"), Encoding.UTF8.GetBytes(text.ToString()));
    }
}
