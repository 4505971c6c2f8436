using Edge.Sensors.Buses.Linux;
using Edge.Sensors.Catalog;

namespace Edge.Sensors.Buses.Sharing;

/// <summary>What one device may take of its bus.</summary>
/// <param name="Length">Longest time it may hold the bus in one round; null: <see cref="UsualTransfers"/> of the bus' timeouts.</param>
/// <param name="RetriesPerMinute">Transfers that may be tried again, 0 to 600.</param>
public sealed record SlotSettings(TimeSpan? Length, int RetriesPerMinute)
{
    /// <summary>A slot that is not configured has room for so many transfers that time out.</summary>
    public const int UsualTransfers = 3;

    private const int MostRetries = 600;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10), Longest = TimeSpan.FromSeconds(10);

    /// <summary>Where nothing is configured.</summary>
    public static SlotSettings Usual { get; } = new(null, 20);

    /// <summary>Reads <c>slot</c> and <c>retries</c> of a sensor.</summary>
    public static SlotSettings Read(SettingBag sensor)
    {
        ArgumentNullException.ThrowIfNull(sensor);
        var length = sensor.Duration("slot", UsualTransfers * LinuxI2cBus.UsualTimeout);
        if (length < Shortest || length > Longest)
            sensor.Complain("slot", $"{DurationText.Format(length)} is out of range; write {DurationText.Format(Shortest)} to {DurationText.Format(Longest)}");
        var retries = sensor.Integer("retries", Usual.RetriesPerMinute);
        if (retries is < 0 or > MostRetries)
            sensor.Complain("retries", $"{retries} is out of range; write 0 to {MostRetries}");
        return new SlotSettings(sensor.Has("slot") ? length : null, retries);
    }
}
