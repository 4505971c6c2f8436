using Edge.Simulators.Sites;

namespace Edge.Simulators.Tests.Recordings;

/// <summary>One of each device and seven made-up rows with two blanks each: one row of marks, one of nothing.</summary>
internal static class SmallSite
{
    public const string Mapping = """
        name: small
        recording:
          header: ["", Time, Flow, Ph, Volts, Amps, Bar]
          delimiter: ","
          missing: ["", "NA", "?"]
          time: { columns: [Time], format: "yyyy-MM-dd HH:mm:ss" }
        sensors:
          - domain: pipeline
            driver: pulse-flow
            bus: gpio
            line: 17
            options: { k_factor: 450 }
            channels:
              - { name: main.flow, output: rate, column: Flow }
              - { name: main.volume, output: total }
          - domain: water
            driver: ezo-ph
            bus: i2c-1
            channels:
              - { name: water.ph, column: Ph }
          - domain: energy
            driver: ina226
            bus: i2c-1
            options: { bus_ratio: 8, averaging: 4 }
            channels:
              - { name: power.u, output: voltage, column: Volts }
              - { name: power.i, output: current, column: Amps }
              - { name: power.p, output: power }
          - domain: pipeline
            driver: ads1115
            bus: i2c-1
            address: 0x49
            options: { gain: 4.096 }
            channels:
              - { name: main.pressure, input: ain2, scale: loop, unit: bar, low: -1, high: 9, shunt: 150, column: Bar }
        """;

    public const string Csv = "\"\",\"Time\",Flow,Ph,Volts,Amps,Bar\r\n" +
        "\"1\",2026-10-25 02:58:00,12.5,7.01,230.1,0.25,4.5\r\n" +
        "\"2\",2026-10-25 02:59:00,NA,?,,NA,?\r\n" +
        "\"3\",2026-10-25 02:00:00,100,7.02,-0,-0.5,-1\n" +
        "\"4\",2026-10-25 02:00:00,0.0,0.001,240,0.8,9\n" +
        "\"5\",2026-10-25 04:00:00,,,,,\n" +
        "\"6\",2026-10-25 04:01:00,7.25,14,12,0,0\n" +
        "\"7\",2026-10-25 04:02:00,60,\"7.5\",12,0.1,1e0";

    public static IEnumerable<ColumnSource> Columns(SiteDescription site) => site.Sensors.SelectMany(s => s.Sources).OfType<ColumnSource>();
}
