using Edge.Sensors.Catalog;

namespace Edge.Gateway.Configuration;

/// <summary>Reads <c>telemetry:</c>.</summary>
internal static class TelemetrySection
{
    public static TelemetrySettings Read(SettingBag bag)
    {
        var every = Ranges.Within(bag, "every", bag.Duration("every", TimeSpan.FromSeconds(60)), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        if (bag.Text("otlp") is not { } written)
            return new TelemetrySettings { Every = every };
        if (Uri.TryCreate(written, UriKind.Absolute, out var collector) && collector.Scheme is "http" or "https" && collector.UserInfo.Length == 0 && collector.Query.Length == 0)
            return new TelemetrySettings { Otlp = collector, Every = every };
        bag.Complain("otlp", $"\"{written}\" is not the address of a collector; write for example http://collector.example:4318");
        return new TelemetrySettings { Every = every };
    }
}
