using Edge.Gateway.Health;
using Edge.Store.Log;

namespace Edge.Gateway.Tests.Health;

/// <summary>Gateways in all states; each test changes one thing.</summary>
internal static class Healths
{
    public static GatewayHealth Well { get; } = new()
    {
        Gateway = "city.example/water-gw-0001",
        Time = "2026-11-20T00:14:02.123Z",
        UptimeSeconds = 273_845,
        Good = 1_234_000,
        Uncertain = 567,
        Bad = 12,
        AtRisk = 3,
        CommitAgeSeconds = 1,
        Size = 1_300_000,
        Sealed = 1_299_990,
        Anchored = 1_299_900,
        Oldest = 0,
        LagSeconds = 2.1,
        LagPatienceSeconds = 60,
        Connected = true,
        LinkSeconds = 10_920,
        Block = 45_678,
        Departments = new Dictionary<string, DepartmentHealth> { ["water"] = new(1_299_900, 1.2, null), ["energy"] = new(1_299_900, 2.2, null) },
        StoreBytes = 140_000_000,
        WalBytes = 4_100_000,
        FreeBytes = 21_300_000_000,
        StoreBytesPerDay = 51_000_000,
        WrittenBytes = 1_000_000_000,
        WrittenBytesPerDay = 310_000_000,
        RateObservedSeconds = 86_400,
        CardRatedBytes = 96e12,
        Clock = "Kernel",
        ClockUncertaintySeconds = 0.012,
        Channels = new Dictionary<string, ChannelHealth> { ["main.pressure"] = Channel(), ["tap.ph"] = Channel() },
    };

    public static GatewayHealth Started { get; } = Well with
    {
        UptimeSeconds = 2, Block = null, Anchored = 0, Sealed = 5, Size = 5, Connected = false, LinkSeconds = 2, LagSeconds = 2, StoreBytesPerDay = null, WrittenBytesPerDay = null,
        RateObservedSeconds = null, Channels = Channels(Channel() with { Value = null, Quality = null, SecondsAgo = null }),
    };

    public static GatewayHealth Offline { get; } = Well with
    {
        Connected = false, LinkSeconds = 93_784, LagSeconds = 93_780, Anchored = 900_000, Broker = "The broker broker.city.example:8883 cannot be reached: No route to host.",
    };

    public static GatewayHealth Refused { get; } = Well with
    {
        AtRisk = 3456, Lost = 12, Gaps = new Dictionary<string, long> { ["overrun"] = 2 },
        Store = "/var/lib/edge/edge-log: the disk is full. Free some space; the gateway goes on by itself.",
    };

    public static GatewayHealth Halted { get; } = Well with { Halted = "Department water holds another history of city.example/water-gw-0001. Another device has its key, or the log was restored." };

    public static GatewayHealth Damaged { get; } = Well with
    {
        Damage = [new StoreDamage(4096, 120, "A page of 0000000000001000.seg is not what was written.", "/var/lib/edge/edge-log/quarantine/4096"), new StoreDamage(0, 0, "The index was rebuilt.", null)],
    };

    public static GatewayHealth ChannelsGone { get; } = Well with
    {
        Channels = new Dictionary<string, ChannelHealth>
        {
            ["main.pressure"] = Channel(),
            ["tap.ph"] = Channel() with { Value = null, Quality = "Bad", Reason = "NoAnswer" },
            ["tap.chlorine"] = Channel() with { SecondsAgo = 400 },
            ["pump.current"] = Channel() with { Value = null, Quality = null, SecondsAgo = null },
        },
    };

    public static GatewayHealth Everything { get; } = Offline with
    {
        Store = Refused.Store, Damage = Damaged.Damage, Halted = Halted.Halted, FreeBytes = 60_000_000, WalBytes = 70_000_000, CardRatedBytes = 1e9, Clock = "None",
        ClockUncertaintySeconds = null, Channels = ChannelsGone.Channels, Evicted = new Dictionary<string, long> { ["retention"] = 100_000, ["of_a_newer_version"] = 3 }, DrainSeconds = 200, Historian = new HistorianHealth(true, 1_000_000, 345_678, 99), Oldest = 100_003,
        NotBelieved = 3, Gaps = new Dictionary<string, long> { ["powered_off"] = 1, ["overrun"] = 2 },
    };

    public static StoppedHealth Stopped { get; } = new()
    {
        Gateway = "city.example/water-gw-0001", Log = "/var/lib/edge/edge-log", Socket = "/var/lib/edge/edge-log.sock", Exists = true, Size = 1_300_000, Sealed = 1_300_000, Anchored = 1_200_000,
        StoreBytes = 140_000_000, WalBytes = 0, FreeBytes = 21_300_000_000,
    };

    public static IReadOnlyList<GatewayHealth> All { get; } = [Well, Started, Offline, Refused, Halted, Damaged, ChannelsGone, Everything];

    public static ChannelHealth Channel() => new("water", "pH", 7.21, "Good", "None", 0.4, 1);

    public static Dictionary<string, ChannelHealth> Channels(params ChannelHealth[] channels) => channels.Select((c, i) => ($"channel-{i}", c)).ToDictionary();
}
