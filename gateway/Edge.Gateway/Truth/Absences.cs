using Edge.Ledger.Entries;

namespace Edge.Gateway.Truth;

/// <summary>Which reasons say that a device may have been away, or without supply.</summary>
internal static class Absences
{
    /// <summary>False where the device was there and had nothing to say, or said it badly.</summary>
    public static bool MayBeOfTheDevice(Reason reason) => reason is
        Reason.NoAnswer or Reason.BusFault or Reason.LoopLow or Reason.CalibrationLost or Reason.WrongDevice or Reason.NotReady or Reason.Removed;
}
