using Edge.Gateway.Time;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;
using Edge.Sensors.Catalog;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Hosting;

/// <summary>Every message the gateway logs, with its stable id.</summary>
internal static partial class Messages
{
    [LoggerMessage(1, LogLevel.Information, "log of {Origin} continues at entry {Index}")]
    public static partial void Resumed(this ILogger logger, ulong index, string origin);

    [LoggerMessage(2, LogLevel.Warning, "alarm on {Channel}: {Text}")]
    private static partial void AlarmOpened(ILogger logger, string channel, string text);

    [LoggerMessage(23, LogLevel.Information, "the alarm on {Channel} is over: {Text}")]
    private static partial void AlarmEnded(ILogger logger, string channel, string text);

    public static void Alarm(this ILogger logger, string channel, string text, bool isOver)
    {
        if (isOver)
            AlarmEnded(logger, channel, text);
        else
            AlarmOpened(logger, channel, text);
    }

    [LoggerMessage(3, LogLevel.Error, "the store does not take readings: {Why} They wait in memory; it is tried again and again.")]
    public static partial void StoreRefused(this ILogger logger, string why);

    [LoggerMessage(4, LogLevel.Information, "the store can be written again; what waited is in it")]
    public static partial void StoreTakesAgain(this ILogger logger);

    [LoggerMessage(5, LogLevel.Error, "the writer failed: {Why}")]
    public static partial void WriterFailed(this ILogger logger, string why, Exception? error);

    [LoggerMessage(6, LogLevel.Information, "evicted anchored entries below {Index}, older than {Age}")]
    private static partial void Evicted(ILogger logger, ulong index, string age);

    public static void Evicted(this ILogger logger, ulong index, TimeSpan age) => Evicted(logger, index, DurationText.Format(age));

    [LoggerMessage(8, LogLevel.Warning, "{What}")]
    public static partial void AnchorTrouble(this ILogger logger, string what);

    [LoggerMessage(9, LogLevel.Warning, "{What}")]
    public static partial void DrainTrouble(this ILogger logger, string what, Exception? error);

    [LoggerMessage(24, LogLevel.Warning, "Sparkplug begins anew in 5 s: {What}")]
    public static partial void SparkplugTrouble(this ILogger logger, string what, Exception? error);

    [LoggerMessage(25, LogLevel.Warning, "edges on {Bus} are stamped and counted when they arrive: System.Device.Gpio, which this build has its lines from (Stack=managed), does not hand on the kernel's stamp and number. Pulses that come faster than they are taken are missing from totals, which most, not all, such losses mark as uncertain. A meter that is billed by wants a build of the stack system.")]
    public static partial void EdgesAsTheyCome(this ILogger logger, string bus);

    [LoggerMessage(10, LogLevel.Error, "the driver of {Sensor} failed, which is a mistake in it: {Why}")]
    public static partial void DriverFailed(this ILogger logger, string sensor, string why, Exception error);

    [LoggerMessage(11, LogLevel.Error, "old entries could not be evicted: {Why}")]
    public static partial void NotEvicted(this ILogger logger, string why);

    [LoggerMessage(12, LogLevel.Error, "stopped while the store refused; readings lost: {Lost}. {Why}")]
    public static partial void LostAtStop(this ILogger logger, int lost, string why);

    [LoggerMessage(13, LogLevel.Error, "all readings are stored, but the stop could not be noted; the next start will say that the gateway ended without a stop: {Why}")]
    public static partial void StopNotNoted(this ILogger logger, string why);

    [LoggerMessage(308, LogLevel.Error, "the commissioning entry is in the log, but the site page cannot be told so: {Why}. Sign once more when the store is well.")]
    public static partial void CommissioningNotNoted(this ILogger logger, string why);

    [LoggerMessage(14, LogLevel.Warning, "systemd is not told how the service is: {Why}")]
    public static partial void SystemdNotReached(this ILogger logger, string why);

    [LoggerMessage(15, LogLevel.Warning, "{File} cannot be written: if the store is lost, the gateway will not notice. Let this user write there. {Why}")]
    public static partial void MarkerNotWritten(this ILogger logger, string file, string why);

    [LoggerMessage(16, LogLevel.Error, "the store was damaged; what verifies was kept, and the log goes on. {What} Kept of it: {Quarantine}")]
    public static partial void StoreDamaged(this ILogger logger, string what, string quarantine);

    [LoggerMessage(27, LogLevel.Warning, "a file of the log was removed or replaced, and the log goes on. {What}")]
    public static partial void StoreFileRemoved(this ILogger logger, string what);

    [LoggerMessage(17, LogLevel.Error, "nothing is measured, because the store cannot be opened: {Why} It is tried again until it can.")]
    public static partial void StoreNotOpened(this ILogger logger, string why);

    [LoggerMessage(19, LogLevel.Information, "{Subject} was changed by {Who}: {What}")]
    public static partial void ConfigurationChanged(this ILogger logger, string subject, string who, string what);

    [LoggerMessage(18, LogLevel.Information, "the store can be opened now")]
    public static partial void StoreOpened(this ILogger logger);

    [LoggerMessage(20, LogLevel.Warning, "the clock: {What}, vouched for by: {Source}. It said {Before}, it says {After}")]
    private static partial void ClockChanged(ILogger logger, string what, string source, string before, string after);

    public static void ClockChanged(this ILogger logger, ClockEvent what, ClockSource source, string before, string after) =>
        ClockChanged(logger, ClockEventWords.Of(what), FieldWords.English.Of(source), before, after);

    [LoggerMessage(21, LogLevel.Warning, "the battery-backed clock is not relied on: {Why}")]
    public static partial void RtcNotTrusted(this ILogger logger, string why);

    [LoggerMessage(22, LogLevel.Warning, "edge status will get no answer, because {Path} cannot be made: {Why}. Let this user write there, or take away what stands there; it is tried again.")]
    public static partial void StatusNotServed(this ILogger logger, string path, string why);

    [LoggerMessage(30, LogLevel.Warning, "room was made: the entries {First} to {Last} went; {Held}, and gap entries tell of them")]
    public static partial void MadeRoom(this ILogger logger, ulong first, ulong last, string held);

    [LoggerMessage(31, LogLevel.Warning, "the log is nearly full; in force of store.when_full: {Policies}; it may grow by {Left}")]
    public static partial void PoliciesInForce(this ILogger logger, string policies, string left);

    [LoggerMessage(34, LogLevel.Information, "the log has room again; everything is taken")]
    public static partial void PoliciesLifted(this ILogger logger);

    [LoggerMessage(32, LogLevel.Error, "the store is full or nearly full, and for {Patience} nothing was anchored and nothing could go. Connect the gateway to the city, or give the log more room.")]
    private static partial void Stuck(ILogger logger, string patience);

    public static void Stuck(this ILogger logger, TimeSpan patience) => Stuck(logger, DurationText.Format(patience));

    [LoggerMessage(33, LogLevel.Warning, "{File}, which holds room in reserve, cannot be removed: {Why}")]
    public static partial void BallastStays(this ILogger logger, string file, string why);

    [LoggerMessage(330, LogLevel.Warning, "figures do not reach the collector at {Collector}: {Why}. Measuring is not affected; it is tried again.")]
    public static partial void FiguresNotSent(this ILogger logger, Uri collector, string why);

    [LoggerMessage(331, LogLevel.Information, "figures reach the collector at {Collector} again")]
    public static partial void FiguresSentAgain(this ILogger logger, Uri collector);

    [LoggerMessage(332, LogLevel.Warning, "the gateway ends without its newest figures at the collector at {Collector}, which did not take them within {Seconds} s")]
    public static partial void FiguresLeft(this ILogger logger, Uri collector, double seconds);
}
