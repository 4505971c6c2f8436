using Edge.Ledger.Policies;

namespace Edge.Verify.Audit;

/// <summary>One thing that is wrong, or a reservation.</summary>
/// <param name="Path">The file it is in, from the folder; may be empty.</param>
/// <param name="FirstEntry">The first entry it is about.</param>
/// <param name="Count">How many entries or files it is about.</param>
/// <param name="Detail">The name it is about, or more for people in English.</param>
/// <param name="Cause">Why the note is not accepted, where it is about the note.</param>
public sealed record AuditFinding(AuditCode Code, string Path = "", ulong? FirstEntry = null, ulong Count = 0, string Detail = "", NoteFault Cause = NoteFault.None)
{
    public bool IsFault => (int)Code < 100;

    /// <summary>It is about the checkpoint's note, which is not accepted.</summary>
    public bool IsRefusal => Code <= AuditCode.NoQuorum;

    /// <summary>How grave a fault is, 0 the gravest: another thing was logged; what was logged contradicts itself; entries could not be checked; a file was made anew from others.</summary>
    public int Rank => Code switch
    {
        AuditCode.Missing or AuditCode.WrongLength or AuditCode.TileDiffers => FirstEntry is null ? 3 : 2,
        AuditCode.ContextMismatch or AuditCode.EntryMalformed or AuditCode.SealMismatch or AuditCode.NotSealed => 1,
        _ => 0,
    };
}
