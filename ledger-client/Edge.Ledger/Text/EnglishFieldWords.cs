using Edge.Ledger.Entries;

namespace Edge.Ledger.Text;

internal sealed class EnglishFieldWords : FieldWords
{
    public override string Of(Quality quality) => quality switch
    {
        Quality.Good => "good",
        Quality.Uncertain => "uncertain",
        Quality.Bad => "bad",
        _ => $"not known to this program (quality {(int)quality})",
    };

    public override string Of(Reason reason) => reason switch
    {
        Reason.None => "nothing to report",
        Reason.NoData => "the device has no data",
        Reason.NoAnswer => "the device does not answer",
        Reason.BusFault => "the transfer on the bus failed",
        Reason.LoopLow => "loop current below 3.6 mA (broken wire or no supply)",
        Reason.LoopHigh => "loop current above 21.0 mA (short circuit or transmitter alarm)",
        Reason.LoopUnderrange => "loop current between 3.6 and 3.8 mA",
        Reason.LoopOverrange => "loop current between 20.5 and 21.0 mA",
        Reason.Saturated => "the converter is at the end of its range",
        Reason.WarmUp => "the device is warming up",
        Reason.CalibrationLost => "the device lost its setup or calibration",
        Reason.WrongDevice => "another device answers at this address",
        Reason.NotReady => "the device was not ready in time",
        Reason.Garbled => "the answer cannot be read",
        Reason.OutOfRange => "outside the plausible range",
        Reason.RateOfChange => "changed faster than possible",
        Reason.FlatLine => "has not changed for too long",
        Reason.Maintenance => "under maintenance or simulated",
        Reason.Removed => "the device was removed",
        Reason.Overrun => "the gateway did not sample in time",
        Reason.Uncompensated => "the temperature it is compensated with is not measured now",
        _ => $"a reason not known to this program (number {(int)reason})",
    };

    public override string Of(Ne107 category) => category switch
    {
        Ne107.Normal => "normal",
        Ne107.Failure => "failure",
        Ne107.CheckFunction => "check function",
        Ne107.OutOfSpecification => "out of specification",
        Ne107.MaintenanceRequired => "maintenance required",
        _ => $"a category not known to this program (number {(int)category})",
    };

    public override string Of(GapReason reason) => reason switch
    {
        GapReason.PoweredOff => "powered off",
        GapReason.SensorAbsent => "sensor absent",
        GapReason.Overrun => "the gateway could not keep up",
        GapReason.Evicted => "removed to make room, before anchoring",
        GapReason.StoreDamaged => "the gateway's store was damaged",
        GapReason.Stopped => "sampling was stopped",
        GapReason.Thinned => "thinned: only one of several was kept, the store was nearly full",
        GapReason.Shed => "sampling of the channel was stopped, the store was nearly full",
        GapReason.Blocked => "nothing was taken, the store was full",
        GapReason.Released => "removed to make room, after anchoring",
        _ => $"a reason not known to this program (number {(int)reason})",
    };

    public override string Of(ClockSource source) => source switch
    {
        ClockSource.None => "no synchronised clock",
        ClockSource.Kernel => "network time (the kernel's word)",
        ClockSource.Rtc => "battery-backed clock",
        ClockSource.Configured => "the host's clock, by configuration",
        _ => $"a clock source not known to this program (number {(int)source})",
    };

    public override string Of(WatchedContact contact, bool isActive) => (contact, isActive) switch
    {
        (WatchedContact.Leak, true) => "wet",
        (WatchedContact.Leak, false) => "dry",
        (_, true) => "open",
        (_, false) => "closed",
    };
}
