using System.Globalization;
using System.Text.Json.Serialization;
using Edge.Gateway.Budget;
using Edge.Gateway.Configuration;
using Edge.Store.Log;

namespace Edge.Gateway.Consequences;

/// <summary>What follows from a configuration. Bytes, days of 86,400 s, months of 30 d.</summary>
/// <param name="ReadingsPerDay">Of all channels.</param>
/// <param name="BytesPerReading">On disk, with its share of seals, hashes and index.</param>
/// <param name="BytesPerDay">Likewise; while the city does not answer. Receipts and blocks it sends come on top.</param>
/// <param name="LastingBytesPerDay">Of these, hashes, which stay when entries go.</param>
/// <param name="SealsPerDay">Batches.</param>
/// <param name="Room">Bytes the log may have here: its budget, or less where the disk has less.</param>
/// <param name="DiskLimits">Whether the disk is less than the budget.</param>
/// <param name="BufferDays">Days without the city until that is full, the reserve left out.</param>
/// <param name="WrittenPerDay">Bytes written to the disk; null: not measured here.</param>
/// <param name="CardYears">The card's life at that rate; null: no card is configured, or not measured.</param>
/// <param name="AnchorBytes">One anchor after a month without the city.</param>
/// <param name="AnchorBytesPerMonth">All anchors of a month with it.</param>
public sealed record ConfigurationConsequences(
    double ReadingsPerDay, double BytesPerReading, double BytesPerDay, double LastingBytesPerDay, double SealsPerDay, long Room, bool DiskLimits, double BufferDays,
    double? WrittenPerDay, double? CardYears, int AnchorBytes, double AnchorBytesPerMonth)
{
    private const double DaysOfYear = 365.25;
    private const int DaysOfMonth = 30;

    /// <summary>Of this form as JSON. Names are only added within a version.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The doubts in somebody's language, where they were asked for with the figures.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>The day by this machine's clock; null: not asked.</summary>
    [JsonIgnore]
    public DateOnly? Today { get; init; }

    /// <summary>Channels whose calibration is of a day that has come nowhere on earth, each with it.</summary>
    public IReadOnlyList<string> CalibratedLater(GatewayConfiguration configuration) =>
    [
        .. from channel in configuration.Channels
           let calibration = channel.Calibration
           where calibration is not null && DateOnly.TryParseExact(calibration.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day > Today?.AddDays(1)
           select $"{channel.Name} {calibration.Date}",
    ];

    /// <summary>Days after which hashes alone have the log's room.</summary>
    public double HashesFillDays => Growing(Room) / LastingBytesPerDay;

    /// <param name="available">Bytes the log may take on its disk, the floor left out; null: not known.</param>
    public static ConfigurationConsequences Of(GatewayConfiguration configuration, Measured measured, long? available)
    {
        var perDay = configuration.Channels.Sum(c => TimeSpan.FromDays(1) / c.Period);
        var room = Math.Max(0, Math.Min(configuration.Store.Budget, available ?? long.MaxValue));
        var anchors = Math.Min(measured.SealsPerDay, TimeSpan.FromDays(1) / configuration.Anchoring.MinInterval);
        return new ConfigurationConsequences(
            perDay, measured.BytesPerDay / perDay, measured.BytesPerDay, measured.LastingBytesPerDay, measured.SealsPerDay,
            room, room < configuration.Store.Budget, Growing(room) / measured.BytesPerDay,
            measured.WrittenPerDay, configuration.Store.Card?.RatedBytes / measured.WrittenPerDay / DaysOfYear,
            measured.AnchorBytes, measured.AnchorBytes * anchors * DaysOfMonth);
    }

    /// <summary>Of the room, what is not held in reserve.</summary>
    private static long Growing(long room) => Math.Max(0, room - Ballast.For(room));

    /// <summary>Consequences that somebody will not have wanted.</summary>
    public IEnumerable<Doubt> Doubts(GatewayConfiguration configuration)
    {
        var store = configuration.Store;
        if (Unreadable.Of(configuration).Any())
            yield return Doubt.NotLookedAt;
        foreach (var doubt in MissingDevices.Doubts(configuration))
            yield return doubt;
        if (LateEdges.On(configuration.Buses).Any())
            yield return Doubt.LateEdges;
        if (LogFolder.OtherStack(store.Folder) is not null)
            yield return Doubt.OtherStack;
        if (Room == 0)
            yield return Doubt.NoRoom;
        else if (DiskLimits)
            yield return Doubt.DiskIsSmaller;
        if (store.KeepAnchored is { } keep && keep.TotalDays > BufferDays)
            yield return Doubt.KeptShorter;
        if (Room > 0 && HashesFillDays < 2 * DaysOfYear)
            yield return Doubt.HashesFill;
        if (PurposeNeeds.TooSlow(configuration).Count > 0)
            yield return Doubt.TooSlow;
        if (AlarmNeeds.WithoutDeadband(configuration).Count > 0)
            yield return Doubt.NoDeadband;
        if (CalibratedLater(configuration).Count > 0)
            yield return Doubt.CalibratedLater;
        foreach (var doubt in TapNeeds.Doubts(configuration, Today))
            yield return doubt;
        if (configuration.Who == GatewayConfiguration.Nobody || string.IsNullOrWhiteSpace(configuration.Who))
            yield return Doubt.NobodyNamed;
        if (store.Card is null)
            yield return Doubt.CardUnknown;
    }
}
