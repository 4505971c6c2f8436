using System.Runtime.InteropServices;
using Edge.Ledger.Entries;

namespace Edge.Sparkplug.Devices;

/// <summary>A reading as metrics need it.</summary>
/// <param name="Index">Of its entry in the log.</param>
/// <param name="Timestamp">ms since 1970, UTC.</param>
/// <param name="IsVouched">Whether somebody vouched for that time.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NodeReading(ulong Index, double? Value, Quality Quality, Reason Reason, ulong Timestamp, bool IsVouched)
{
    /// <summary>The device did not answer, or could not be asked.</summary>
    public bool IsUnanswered => Quality == Quality.Bad && Reason is Reason.NoAnswer or Reason.BusFault or Reason.Removed;
}
