using System.Net;
using System.Text.Json;
using Edge.Ledger.Entries;
using Edge.Site.Ports;
using Edge.Site.Tap;
using Edge.Site.Tests.Serving;
using Edge.Testing;

namespace Edge.Site.Tests.Tap;

/// <summary>A well house with a tap: four figures, and evidence and policy that a verifier accepts (the first of the vectors).</summary>
internal static class TapHouse
{
    public const string Name = "Well house, Pier Street", ChineseName = "码头街水房";

    public static IReadOnlyList<LiveChannel> Channels { get; } =
    [
        new("main.pressure", "bar", "pipeline", TimeSpan.FromSeconds(1), 3),
        new("tap.ph", "pH", "water", TimeSpan.FromSeconds(1), 2) { Limits = new ChannelLimits(AlarmLow: 6.5, AlarmHigh: 8.5) },
        new("tap.chlorine", "mg/L", "water", TimeSpan.FromSeconds(1), 2) { Limits = new ChannelLimits(AlarmLow: 0.05, AlarmHigh: 2) },
        new("tap.turbidity", "NTU", "water", TimeSpan.FromSeconds(1), 2) { Limits = new ChannelLimits(AlarmHigh: 1) },
        new("tap.temperature", "Cel", "water", TimeSpan.FromSeconds(1), 1),
    ];

    public static SiteSettings Settings { get; } = new()
    {
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
        Tap = new TapSettings(Name, ChineseName, new Uri("https://tap.city.example"),
        [
            new TapChannel("tap.ph", "Acidity (pH)", "酸碱度（pH）"), new TapChannel("tap.chlorine", "Free chlorine", "余氯"), new TapChannel("tap.turbidity", "Cloudiness", "浑浊度"),
            new TapChannel("tap.temperature", "Temperature", "水温"),
        ]),
    };

    /// <param name="decimals">Of every channel; null: as their sensors resolve.</param>
    public static async Task<RunningSite> StartAsync(int? decimals = null)
    {
        var site = await RunningSite.StartAsync([.. Channels.Select(c => c with { Decimals = decimals ?? c.Decimals })], settings: Settings);
        using var vectors = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Programs.RepositoryRoot, "ledger-client/vectors/evidence.json")));
        site.Past.File = vectors.RootElement.GetProperty("cases")[0].GetProperty("file").GetBytesFromBase64();
        site.Past.PolicyFile = System.Text.Encoding.UTF8.GetBytes(vectors.RootElement.GetProperty("policies")[0].GetString()!);
        Measure(site);
        Prove(site, TimeSpan.FromSeconds(20));
        return site;
    }

    /// <summary>Good readings of now; some of them may be others.</summary>
    public static void Measure(RunningSite site, double ph = 7.21, double? chlorine = 0.45, Quality quality = Quality.Good, Reason reason = Reason.None, TimeSpan age = default)
    {
        var at = (DateTimeOffset.UtcNow - age).ToUnixTimeMilliseconds();
        site.Measure(1, new LiveReading(1, ph, Quality.Good, Reason.None, at));
        site.Measure(2, new LiveReading(1, chlorine, quality, reason, at));
        site.Measure(3, new LiveReading(1, 0.22, Quality.Good, Reason.None, at));
        site.Measure(4, new LiveReading(1, 11.4, Quality.Good, Reason.None, at));
    }

    /// <summary>Three of four departments accepted what was measured so long ago.</summary>
    public static void Prove(RunningSite site, TimeSpan age)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0;
        site.Past.Acceptance = new Acceptance(now - age.TotalSeconds, now - age.TotalSeconds + 5, ["water", "health", "audit"], 4);
    }
}
