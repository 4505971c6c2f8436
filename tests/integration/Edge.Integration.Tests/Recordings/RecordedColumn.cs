namespace Edge.Integration.Tests.Recordings;

/// <summary>One column of a recording and the device that measures it, by the datasheets and not by the program.</summary>
/// <param name="Resolution">Of the device over the channel's range, in the channel's unit.</param>
/// <param name="Seconds">Longest time from the moment the device takes its value to the reading's stamp, on a loaded machine.</param>
internal sealed record RecordedColumn(string Channel, string Column, double Resolution, double Seconds)
{
    /// <summary>ADS1115 at 4.096 V (125 uV a code) over 150 ohm: 16 mA are 19,200 codes.</summary>
    public static RecordedColumn Loop(string channel, string column, double low, double high) => new(channel, column, (high - low) / 19_200, 1.0);

    /// <summary>INA226: 1.25 mV a code on the bus, times the transformer's ratio.</summary>
    public static RecordedColumn Voltage(string channel, string column, double ratio) => new(channel, column, 0.00125 * ratio, 1.0);

    /// <summary>INA226: 2.5 uV a code over a shunt of 0.1 ohm, times the ratio.</summary>
    public static RecordedColumn Current(string channel, string column, double ratio) => new(channel, column, 2.5e-6 / 0.1 * ratio, 1.0);

    /// <summary>EZO pH: thousandths; a reading takes 900 ms, the first of a circuit 300 ms more.</summary>
    public static RecordedColumn Ph(string channel, string column) => new(channel, column, 0.001, 2.2);
}
