using Edge.Ledger.Entries;
using Edge.Verify.Words;

namespace Edge.Verify.Audit;

/// <summary>What people read of an audit, in one language, beside the words all reports share.</summary>
/// <param name="shared">Those words.</param>
public abstract class AuditPhrases(Phrases shared)
{
    public Phrases Shared { get; } = shared;

    public static AuditPhrases Of(Phrases shared) => shared.Language == Language.Chinese ? new ChineseAuditPhrases(shared) : new EnglishAuditPhrases(shared);

    /// <summary>What is proved, without the full stop.</summary>
    public abstract string Claim(ulong entries, string gateway, string existed, int accepted, int departments);

    public abstract string Finding(AuditFinding finding);

    /// <summary>There are more faults than the first.</summary>
    public abstract string AndMore(string first, ulong more);

    public abstract string Entries(ulong count, ulong size);

    public abstract string Kind(EntryKind kind, ulong count);

    public abstract string Channel(QualityCounts counts);

    public abstract string Folder(ulong files, ulong bytes);

    public abstract string Progress(ulong done, ulong of);

    /// <summary>How far the folder's digest has come.</summary>
    public abstract string Hashing(ulong bytes);

    public abstract string Word(AuditLabel label);

    /// <summary>More were found than are listed.</summary>
    public abstract string Omitted(ulong count);
}
