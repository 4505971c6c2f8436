using System.Text;
using Edge.Gateway.Configuration;

namespace Edge.Gateway.Tests.Configuration;

/// <summary>A good configuration, to be spoilt by one test each.</summary>
internal static class ConfigurationText
{
    public const string Path = "/etc/edge/gateway.yaml";

    /// <summary>Its lines are counted by the tests: add at the end.</summary>
    public const string Good =
        """
        version: 1
        origin: city.example/water-gw-0001
        who: technician Li
        identity: { key: gateway.key }
        policy: ../policy.txt
        store: { folder: data/edge-log, commit_age: 500ms }
        seal: { entries: 1000, age: 5s }
        broker: { host: broker.city.example, port: 8884, user: gw }
        anchoring: { min_interval: 2s, answer_timeout: 20s }
        clock: { source: host, uncertainty: 250ms }
        retention: { keep_anchored: 30d }
        buses:
          i2c-1: { kind: linux, device: /dev/i2c-1 }
          gpio: { kind: linux, chip: pinctrl-bcm2711 }
        sensors:
          - driver: ads1115
            bus: i2c-1
            address: 0x48
            period: 500ms
            options: { data_rate: 128, gain: 4.096 }
            channels:
              - { name: main.pressure, input: ain0, scale: loop, unit: bar, low: 0, high: 10, shunt: 150 }
          - driver: ezo-ph
            bus: i2c-1
            address: 0x63
            period: 2s
            channels:
              - { name: tap.ph }
        channels:
          main.pressure: { domain: pipeline, alarm_low: 2, alarm_high: 8, calibration: { date: 2026-11-01, certificate: C-17, who: City Metrology, result: exact } }
          tap.ph: { domain: water }

        """;

    public static GatewayConfiguration Read(string text) => ConfigurationReader.Read(Path, Encoding.UTF8.GetBytes(text));

    /// <summary>What is wrong with a text, as the operator sees it.</summary>
    public static string[] Problems(string text) => Problems(Encoding.UTF8.GetBytes(text));

    /// <summary>The same; each has Chinese words of its own.</summary>
    public static string[] Problems(byte[] bytes)
    {
        var problems = Assert.Throws<ConfigurationException>(() => ConfigurationReader.Read(Path, bytes)).Problems;
        Assert.All(problems, p => Assert.Contains(ChineseProblems.Of(p.Message), c => c >= '\u4E00'));
        return [.. problems.Select(p => p.ToString())];
    }

    /// <summary>The good text with one part replaced.</summary>
    public static string With(string part, string by)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);
        return Good.Replace(part, by, StringComparison.Ordinal);
    }
}
