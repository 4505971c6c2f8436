using System.Globalization;
using Edge.Torture.Power.Guest;

namespace Edge.Torture.Power;

/// <summary>How much was acknowledged.</summary>
internal readonly record struct AcknowledgedSum(long Entries, long Checkpoints, long Receipts, long States)
{
    public static AcknowledgedSum Of(IReadOnlyCollection<Acknowledgement> all) => new(
        all.Where(a => a.Kind is AcknowledgedKind.Group or AcknowledgedKind.Sealed).Sum(a => (long)a.Count),
        all.Count(a => a.Kind == AcknowledgedKind.Sealed),
        all.Count(a => a.Kind == AcknowledgedKind.Receipt),
        all.Count(a => a.Kind == AcknowledgedKind.State));

    public static AcknowledgedSum operator +(AcknowledgedSum a, AcknowledgedSum b) =>
        new(a.Entries + b.Entries, a.Checkpoints + b.Checkpoints, a.Receipts + b.Receipts, a.States + b.States);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Entries:N0} entries, {Checkpoints:N0} checkpoints, {Receipts:N0} receipts, {States:N0} states");
}
