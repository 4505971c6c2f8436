using Edge.Gateway.Health;

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

    public static GatewayHealth Halted { get; } = Well with
    {
        Halted = "water knows city.example/water-gw-0001 at size 1300100; this log ends at 1300000. It was restored from an older copy, or another device has its key.",
        Fork = new ForkHealth("water", 1_300_100, 1_300_000),
    };

    public static GatewayHealth Waiting { get; } = new()
    {
        Opened = false, Gateway = Well.Gateway, Time = Well.Time, UptimeSeconds = 75, Store = "/var/lib/edge/edge-log: cannot be written: its file system is mounted read-only. Look for its errors (dmesg), and mount it for writing.",
    };

    public static GatewayHealth NotAdmitted { get; } = Well with
    {
        Anchored = 0, LagSeconds = 5,
        Departments = new Dictionary<string, DepartmentHealth> { ["water"] = new(0, 1, "404 city.example/water-gw-0001 is not admitted"), ["energy"] = new(0, 1, "404 city.example/water-gw-0001 is not admitted") },
    };

    public static GatewayHealth Filled { get; } = Well with { LastingBytes = 120_000_000, RoomLeftBytes = 5_000_000, Rtc = new RtcHealth("rtc7", "Unknown", "rtc7 does not exist; enable its overlay (dtoverlay=i2c-rtc,...), or name another under clock.rtc") };

    public static GatewayHealth Damaged { get; } = Well with
    {
        Damage =
        [
            new NotedDamage(4096, 120, "/var/lib/edge/edge-log/00000003.seg: 4312 bytes at 8192 are not what was written. Lost: the entries 4096 to 4215.", "/var/lib/edge/edge-log/quarantine/00000003.seg.8192-12504", "2026-11-19T13:23:12Z"),
            new NotedDamage(0, 0, "/var/lib/edge/edge-log/index.db: this is not a database file, or its header is damaged. Checkpoints and receipts of evicted segments are lost with it.", null),
        ],
        Quarantine = "/var/lib/edge/edge-log/quarantine",
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

    public static GatewayHealth Alarmed { get; } = Well with
    {
        Channels = new Dictionary<string, ChannelHealth> { ["main.pressure"] = Channel() with { Unit = "bar", Value = 7.5, Resolution = 0.0001 }, ["tap.ph"] = Channel() },
        Alarms = new Dictionary<string, string> { ["cellar.leak"] = "leak: wet", ["main.pressure"] = "5.07 bar is above the limit 4.28 bar" },
        AlarmsOpen = new Dictionary<string, AlarmHealth>
        {
            ["cellar.leak"] = new("2026-11-20T00:13:21Z", 41),
            ["main.pressure"] = new("2026-11-19T23:14:02Z", 3600) { Limit = 4.28, IsAbove = true, EndsAt = 4.08, AcknowledgedBy = "Li Wei (operator, site page)", AcknowledgedAt = "2026-11-19T23:20:00Z" },
        },
    };

    public static GatewayHealth HeldBus { get; } = Well with
    {
        Buses = new Dictionary<string, BusHealth>
        {
            ["i2c-1"] = new(3, "SDA", "SDA of i2c-1 stays low after nine clocks: look for a short to ground, then take the supply from one device after the other until it is high."),
            ["i2c-2"] = new(0, "SCL", "SCL of i2c-2 is held low, and no clock can free that: look for a short to ground, then unplug one device after the other until it is high."),
            ["i2c-3"] = new(7, null, null),
        },
        Devices = new Dictionary<string, DeviceHealth> { ["i2c-3 0x48"] = Device(answered: 1, gaveUp: 30), ["i2c-3 0x49"] = Device(answered: 0.2, gaveUp: null), ["gpio 17"] = Device(1, 1) with { Transfers = null } },
    };

    /// <summary>All lines of i2c-1 hang, and nobody can reach them; what is on i2c-2 and on GPIO goes on.</summary>
    public static GatewayHealth StuckBus { get; } = Well with
    {
        Buses = new Dictionary<string, BusHealth> { ["i2c-1"] = new(0, null, null) { Stuck = true }, ["i2c-2"] = new(0, null, null) },
        Devices = new Dictionary<string, DeviceHealth>
        {
            ["i2c-1 0x48"] = Device(400, null) with { Bus = "i2c-1" }, ["i2c-1 0x76"] = Device(400, null) with { Bus = "i2c-1" }, ["i2c-2 0x63"] = Device(1, null) with { Bus = "i2c-2" },
            ["gpio 17"] = Device(1, null) with { Bus = "gpio", Transfers = null },
        },
        Channels = new Dictionary<string, ChannelHealth>
        {
            ["main.pressure"] = Channel() with { Device = "i2c-1 0x48", Value = null, Quality = "Bad", Reason = "BusFault" },
            ["main.level"] = Channel() with { Device = "i2c-1 0x48", Value = null, Quality = "Bad", Reason = "BusFault" },
            ["air.humidity"] = Channel() with { Device = "i2c-1 0x76", Value = null, Quality = "Bad", Reason = "BusFault" },
            ["tap.ph"] = Channel() with { Device = "i2c-2 0x63", Resolution = 0.001, Value = 7.2100000000000009 },
            ["tap.temperature"] = Channel() with { Device = "i2c-2 0x63", Resolution = 0.1, Value = 61.25, Unit = "Cel", Quality = "Uncertain", Reason = "OutOfRange" },
            ["cabinet.door"] = Channel() with { Device = "gpio 17", Unit = "/", Resolution = 1, Value = 0, Contact = "Door" },
            ["cellar.leak"] = Channel() with { Device = "gpio 17", Unit = "/", Resolution = 1, Value = 1, Contact = "Leak" },
            ["main.volume"] = Channel() with { Resolution = 0.01, Unit = "m3", Value = 12.345 },
        },
    };

    /// <summary>Somebody has written the file since the start.</summary>
    public static GatewayHealth FileChanged { get; } = Well with
    {
        Configuration = "/etc/edge/gateway.yaml", ConfigurationHash = "44d82ef3aa" + new string('0', 54), ConfigurationHashOnDisk = "0ba4f4bfbb" + new string('1', 54),
    };

    public static DeviceHealth Device(double? answered, double? gaveUp) =>
        new("i2c-3", 86_400, 0, 0.075, 0.288, 12) { Transfers = new TransferHealth(40, 3, 0, 25, 0, answered, gaveUp) };

    public static GatewayHealth Everything { get; } = Offline with
    {
        Store = Refused.Store, Damage = Damaged.Damage, Quarantine = Damaged.Quarantine, Halted = Halted.Halted, Fork = Halted.Fork, FreeBytes = 60_000_000, WalBytes = 70_000_000, CardRatedBytes = 1e9, Clock = "None",
        ClockUncertaintySeconds = null, Channels = ChannelsGone.Channels, Evicted = new Dictionary<string, long> { ["retention"] = 100_000, ["of_a_newer_version"] = 3 }, DrainSeconds = 200, Historian = new HistorianHealth(true, 1_000_000, 345_678, 99), Sparkplug = new SparkplugHealth(false, false, 345_678, "scada", "Cannot connect to the broker scada.example:8883 (TLS): No route to host"), Oldest = 100_003,
        NotBelieved = 3, Gaps = new Dictionary<string, long> { ["powered_off"] = 1, ["overrun"] = 2 },
    };

    public static StoppedHealth Stopped { get; } = new()
    {
        Gateway = "city.example/water-gw-0001", Log = "/var/lib/edge/edge-log", Socket = "/var/lib/edge/edge-log.sock", Exists = true, Size = 1_300_000, Sealed = 1_300_000, Anchored = 1_200_000,
        StoreBytes = 140_000_000, WalBytes = 0, FreeBytes = 21_300_000_000,
    };

    public static IReadOnlyList<GatewayHealth> All { get; } = [Well, Started, Offline, Refused, Halted, Damaged, ChannelsGone, Waiting, NotAdmitted, Filled, HeldBus, Alarmed, StuckBus, FileChanged, Everything];

    public static ChannelHealth Channel() => new("water", "pH", 7.21, "Good", "None", 0.4, 1);

    public static Dictionary<string, ChannelHealth> Channels(params ChannelHealth[] channels) => channels.Select((c, i) => ($"channel-{i}", c)).ToDictionary();
}
