using Edge.Ledger.Cbor;

namespace Edge.Ledger.Entries;

/// <summary>A channel's calibration as it came into force: [channel, date, certificate, who, coefficients].</summary>
/// <param name="Date">ISO 8601 date of the calibration.</param>
/// <param name="Certificate">What it can be looked up by; may be empty.</param>
/// <param name="Coefficients">JSON: what was measured and what is applied.</param>
public sealed record CalibrationEntry(string Channel, string Date, string Certificate, string Who, string Coefficients) : Entry
{
    public override EntryKind Kind => EntryKind.Calibration;

    private protected override int ItemCount => 5;

    private protected override void WriteItems(ref CborWriter writer)
    {
        writer.Text(Channel);
        writer.Text(Date);
        writer.Text(Certificate);
        writer.Text(Who);
        writer.Text(Coefficients);
    }

    internal static CalibrationEntry Read(ref CborReader reader) =>
        new(reader.Text(), reader.Text(), reader.Text(), reader.Text(), reader.Text());
}
