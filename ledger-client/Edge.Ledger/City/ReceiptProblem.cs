using Edge.Ledger.Policies;

namespace Edge.Ledger.City;

/// <summary>Why a receipt is not believed: what failed, and the note check behind it, if one failed.</summary>
public sealed record ReceiptProblem(CityFault Fault, NoteCheck? Note, string Detail)
{
    public override string ToString() => Note is null ? $"{Fault}: {Detail}" : $"{Fault}: {Note.Fault} ({Detail})";
}
