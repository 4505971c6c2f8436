using Edge.Ledger.Entries;
using Edge.Sparkplug.Devices;

namespace Edge.Sparkplug.Payloads;

/// <summary>
/// Metrics as births and data carry them. Data names the data type again, which the specification advises against (section 6.4.5): decoders in wide use,
/// sparkplug-payload among them, read no value without it.
/// </summary>
internal static class Metrics
{
    public const string Rebirth = "Node Control/Rebirth";
    public const string Session = "bdSeq";

    private static readonly string[] Reasons = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(r => ((Reason)r).ToString())];

    /// <summary>The number that ties a death to its birth.</summary>
    public static Metric SessionNumber(byte number, ulong now) =>
        new() { Name = Session, Timestamp = now, Datatype = (uint)DataType.Int64, LongValue = number };

    /// <summary>What a host writes true to; without an alias, so that who has seen no birth can.</summary>
    public static Metric RebirthControl(ulong now) =>
        new() { Name = Rebirth, Timestamp = now, Datatype = (uint)DataType.Boolean, BooleanValue = false };

    /// <summary>A text that does not change.</summary>
    public static Metric Text(string name, ulong alias, string text, ulong now) =>
        new() { Name = name, Alias = alias, Timestamp = now, Datatype = (uint)DataType.String, StringValue = text };

    /// <summary>A channel with what was last read of it.</summary>
    /// <param name="startedAt">Readings below this index are of an earlier run.</param>
    public static Metric Birth(NodeChannel channel, ulong startedAt, ulong now)
    {
        var metric = channel.Newest is { } newest
            ? Data(channel, newest, newest.Index < startedAt ? QualityCode.Stale : QualityCode.Of(newest.Quality))
            : new Metric { Alias = channel.Alias, Timestamp = now, Datatype = (uint)DataType.Double, IsNull = true, Properties = Properties(("Quality", Int32(QualityCode.Stale))) };
        metric.Name = channel.MetricName;
        if (channel.Unit.Length > 0)
            Add(metric.Properties, "engUnit", String(channel.Unit));
        return metric;
    }

    /// <summary>One reading.</summary>
    /// <param name="isHistorical">It had to wait: not the present value.</param>
    public static Metric Data(NodeChannel channel, in NodeReading reading, bool isHistorical)
    {
        var metric = Data(channel, reading, QualityCode.Of(reading.Quality));
        if (isHistorical)
            metric.IsHistorical = true;
        return metric;
    }

    private static Metric Data(NodeChannel channel, in NodeReading reading, uint quality)
    {
        var metric = new Metric
        {
            Alias = channel.Alias,
            Timestamp = reading.Timestamp,
            Datatype = (uint)DataType.Double,
            Properties = Properties(
                ("Quality", Int32(quality)),
                ("Reason", String(Reasons[(byte)reading.Reason])),
                ("Status", String((ReasonMeaning.Of(reading.Reason) ?? ReasonMeaning.All[0]).Status(reading.Quality).Name)),
                ("Entry", new PropertyValue { Type = (uint)DataType.UInt64, LongValue = reading.Index })),
        };
        if (!reading.IsVouched)
            Add(metric.Properties, "Clock", String("unsynchronised"));
        if (reading.Value is { } value)
            metric.DoubleValue = value;
        else
            metric.IsNull = true;
        return metric;
    }

    private static PropertySet Properties(params ReadOnlySpan<(string Key, PropertyValue Value)> properties)
    {
        var set = new PropertySet();
        foreach (var (key, value) in properties)
            Add(set, key, value);
        return set;
    }

    private static void Add(PropertySet set, string key, PropertyValue value)
    {
        set.Keys.Add(key);
        set.Values.Add(value);
    }

    private static PropertyValue Int32(uint value) => new() { Type = (uint)DataType.Int32, IntValue = value };

    private static PropertyValue String(string value) => new() { Type = (uint)DataType.String, StringValue = value };
}
