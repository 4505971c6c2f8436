using Edge.Ledger.Entries;

namespace Edge.Gateway.Health;

/// <summary>What the figures mean: is it measuring, is it proving, what needs a person. Depends on nothing else.</summary>
public static class Judgement
{
    /// <summary>Room for less than this needs a person.</summary>
    public const double LeastRoomDays = 7;

    /// <summary>Hashes and index that take more of what the log may have leave too little for entries.</summary>
    public const double MostLastingPart = 0.8;

    /// <summary>Free space below this needs a person, whatever the rate, unless the configuration leaves others even less.</summary>
    public const long LeastFreeBytes = 64_000_000;

    /// <summary>Four times what the store lets its write-ahead log keep.</summary>
    public const long MostWalBytes = 64 * 1024 * 1024;

    /// <summary>A card that lasts less needs a person.</summary>
    public const double LeastCardDays = 365;

    /// <summary>Rates observed for less are extrapolations.</summary>
    public const double FirmRateSeconds = 3600;

    /// <summary>A board that starts is busy, and misses samples for that.</summary>
    private const double StartSeconds = 60;

    private const double LinkPatienceSeconds = 30;
    private const double FirstAnchorPatienceSeconds = 300;
    private const double ClockPatienceSeconds = 600;

    public static MeasuringState Measuring(GatewayHealth health)
    {
        if (!health.Opened)
            return MeasuringState.WaitsForStore;
        if (health.Store is not null)
            return MeasuringState.NotStored;
        var dropped = health.Channels.Keys.Count(c => Drops(health, c));
        var failing = Failing(health).Select(c => c.Key).ToHashSet();
        if (dropped > 0 && dropped == health.Channels.Count)
            return failing.Count == dropped ? MeasuringState.No : MeasuringState.NotStored;
        var missing = health.Channels.Keys.Count(c => failing.Contains(c) || Drops(health, c));
        if (Measured(health) == 0)
            return failing.Count > 0 && missing == health.Channels.Count ? MeasuringState.No : MeasuringState.Starting;
        return missing > 0 ? MeasuringState.Partly : MeasuringState.Yes;
    }

    /// <summary>How many channels bring values that are kept.</summary>
    public static int Measured(GatewayHealth health) => health.Channels.Count(c => c.Value.Measures && !Drops(health, c.Key));

    /// <summary>Of how many of those the readings are doubted.</summary>
    public static int Doubtful(GatewayHealth health) => health.Channels.Count(c => c.Value.IsDoubtful && !Drops(health, c.Key));

    /// <summary>Whether nothing of a channel is kept, because the log is full.</summary>
    private static bool Drops(GatewayHealth health, string channel) => health.LeftOut.GetValueOrDefault(channel) is nameof(GapReason.Blocked) or nameof(GapReason.Shed);

    /// <summary>Channels that bring no values, and not because the gateway has only begun. The newest reading of one that is left out may be old: only what it said counts.</summary>
    public static IEnumerable<KeyValuePair<string, ChannelHealth>> Failing(GatewayHealth health) =>
        health.Channels.Where(c => (health.LeftOut.ContainsKey(c.Key) ? c.Value.Quality == "Bad" : !c.Value.Measures) && (health.UptimeSeconds > c.Value.PatienceSeconds || !c.Value.Begins));

    /// <summary>
    /// The same, but those on a bus that is held: it is that bus which needs a person, not each of its sensors; and those that are computed from such as fail themselves.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, ChannelHealth>> FailingAlone(GatewayHealth health)
    {
        var failing = Failing(health).ToList();
        var names = failing.Select(c => c.Key).ToHashSet();
        return failing.Where(c => !(c.Value.Sources?.Any(names.Contains) ?? false)
            && !(c.Value.Device is { } place && health.Devices.TryGetValue(place, out var device) && health.Buses.TryGetValue(device.Bus, out var bus) && bus.IsHeld));
    }

    /// <summary>Devices that answer, but too often not at the first time: not those on a bus that is held, nor those that bring nothing, which are told as that.</summary>
    public static IEnumerable<string> Unsteady(GatewayHealth health)
    {
        var failing = Failing(health).Select(c => c.Value.Device).ToHashSet();
        return health.Devices.Where(d => d.Value.IsUnsteady && !failing.Contains(d.Key) && !(health.Buses.TryGetValue(d.Value.Bus, out var bus) && bus.IsHeld)).Select(d => d.Key);
    }

    /// <summary>Departments of which nothing was heard since the oldest seal was made that the city has not accepted.</summary>
    public static IEnumerable<KeyValuePair<string, DepartmentHealth>> Silent(GatewayHealth health) =>
        health.Departments.Where(d => d.Value.SecondsAgo is not { } ago || ago > health.LagSeconds);

    public static ProvingState Proving(GatewayHealth health)
    {
        if (!health.Opened)
            return ProvingState.Starting;
        if (health.Halted is not null)
            return ProvingState.Halted;
        if (!health.Connected)
            return health.UptimeSeconds < LinkPatienceSeconds && health.Block is null ? ProvingState.Starting : ProvingState.Offline;
        if (Refuses(health))
            return ProvingState.Refused;
        if (health.LagSeconds > health.LagPatienceSeconds)
            return health.LinkSeconds < health.LagPatienceSeconds ? ProvingState.CatchingUp : ProvingState.Waiting;
        return health.Anchored > 0 ? ProvingState.Yes : ProvingState.Starting;
    }

    /// <summary>Hashes and index, which stay for ever, take most of what the log may have.</summary>
    public static bool LastsTooMuch(GatewayHealth health) =>
        health is { LastingBytes: { } lasting, StoreBytes: { } all, RoomLeftBytes: { } left } && lasting > MostLastingPart * (all + Math.Max(0, left));

    public static IEnumerable<Need> Needs(GatewayHealth health)
    {
        if (health.Store is not null)
            yield return Need.StoreRefuses;
        if (!health.Opened)
            yield break;
        if (IsFull(health))
            yield return Need.ReadingsLeftOut;
        if (health.Damage.Count > 0)
            yield return Need.StoreDamaged;
        if (health.Halted is not null)
            yield return Need.AnchoringHalted;
        if (health.Alarms.Count > 0)
            yield return Need.AlarmsOpen;
        // While the store refuses, the newest reading that it took grows old: that says nothing of the channels.
        if (health.Buses.Values.Any(b => b.IsHeld))
            yield return Need.BusHeld;
        if (health.Store is null && FailingAlone(health).Any())
            yield return Need.ChannelsFail;
        if (health.Store is null && health.Channels.Values.Any(c => c.NeedsDoubtSettled))
            yield return Need.ChannelsDoubtful;
        if (Unsteady(health).Any())
            yield return Need.DevicesUnsteady;
        if (health.UptimeSeconds > StartSeconds && health.Devices.Values.Any(d => d.Misses))
            yield return Need.SamplesMissed;
        if (health.ConfigurationHashOnDisk is not null)
            yield return Need.ConfigurationChanged;
        // What is left out already says so.
        if (RoomEnds(health) && !IsFull(health))
            yield return Need.RoomEnds;
        if (Proving(health) == ProvingState.Offline && health.Anchored == 0 && health.UptimeSeconds > FirstAnchorPatienceSeconds)
            yield return Need.CityNeverReached;
        if (Proving(health) is ProvingState.Waiting or ProvingState.Refused)
            yield return Need.CityDoesNotAccept;
        if (health.WalBytes > MostWalBytes)
            yield return Need.WriteAheadLogGrows;
        if (health.CardLifeDays < LeastCardDays && health.RateObservedSeconds >= FirmRateSeconds)
            yield return Need.CardWears;
        if (health.Rtc is not null)
            yield return Need.RtcFails;
        if (health.ClockAheadOfCitySeconds is not null)
            yield return Need.ClockDisagrees;
        if (health.Clock == "None" && health.UptimeSeconds > ClockPatienceSeconds)
            yield return Need.ClockUnknown;
    }

    private static bool IsFull(GatewayHealth health) => health.LeftOut.Count > 0 || health.Stuck;

    /// <summary>Every department that answers refuses for good: 409 only asks for a proof from elsewhere.</summary>
    private static bool Refuses(GatewayHealth health)
    {
        var answered = health.Departments.Values.Where(d => d.SecondsAgo is not null).ToList();
        return health.Sealed > health.Anchored && answered.Count > 0 && answered.All(d => d.Refusal is { } why && !why.StartsWith("409 ", StringComparison.Ordinal));
    }

    /// <summary>Others have hardly any room left on the disk.</summary>
    public static bool DiskEnds(GatewayHealth health) => health.FreeBytes < Math.Min(LeastFreeBytes, health.FloorBytes ?? LeastFreeBytes);

    /// <summary>Whether the disk leaves the log less than its budget does; null: not known.</summary>
    public static bool? DiskBinds(GatewayHealth health) =>
        health is { BudgetBytes: { } budget, StoreBytes: { } all, FreeBytes: { } free } ? free - (health.FloorBytes ?? 0) < budget - all : null;

    /// <summary>While anchoring goes on, what is anchored makes room: a log that has used all it may have is as it was meant to be.</summary>
    private static bool RoomEnds(GatewayHealth health) => DiskEnds(health) || LastsTooMuch(health) || (health.RoomDays < LeastRoomDays && !IsAnchoring(health));

    private static bool IsAnchoring(GatewayHealth health) => health.Halted is null && health.LagSeconds <= health.LagPatienceSeconds;
}
