using Edge.Gateway.Evidence;
using Edge.Gateway.Outputs;

namespace Edge.Gateway.Export;

/// <summary>What people read of an export or of evidence that is cut, in one language.</summary>
public abstract class ExportWords
{
    public static ExportWords English { get; } = new EnglishExportWords();

    public static ExportWords Chinese { get; } = new ChineseExportWords();

    /// <summary>The last line: how much, and under which checkpoint.</summary>
    public abstract string Done(ExportSum sum, string folder);

    public abstract string Progress(ulong entries, ulong of);

    /// <summary>No checkpoint was accepted by the city yet.</summary>
    public abstract string NotAcceptedYet { get; }

    /// <param name="entries">Not in it, because they are damaged.</param>
    public abstract string Lost(ulong entries);

    /// <summary>Entries below one are missing, because they were removed under the retention policy.</summary>
    public abstract string Evicted(ulong firstEntry);

    public abstract string ConfigurationFound(string file);

    /// <param name="orStore">Whether a log's file may be named instead.</param>
    public abstract string NoConfiguration(bool orStore);

    /// <summary>This user may not read it where it is looked for.</summary>
    public abstract string ConfigurationHidden(string file);

    /// <summary><c>--store</c> names nothing.</summary>
    public abstract string NoStoreNamed { get; }

    public abstract string NoStore(string path);

    public abstract string StoreIsFile(string path);

    public abstract string NoLogIn(string folder);

    public abstract string NothingSigned(string store);

    /// <param name="why">What the store says, in English.</param>
    public abstract string NotDurable(string why);

    public abstract string NotAnExport(string folder, string found);

    public abstract string InUse(string folder);

    /// <summary>A link, pipe or device, or a folder in a file's place.</summary>
    public abstract string InTheWay(string path);

    public abstract string NotACheckpoint(string file, string why);

    public abstract string OtherLog(string folder, string held, string own);

    public abstract string OtherHistory(string folder, ulong size);

    public abstract string LogIsShorter(string folder, ulong held, ulong own);

    /// <summary>A checkpoint with cosignatures is not replaced by one without.</summary>
    public abstract string FolderIsAccepted(string folder);

    public abstract string FolderIsNewer(string folder, ulong held, ulong own);

    public abstract string DiskFull(string folder);

    /// <summary>No receipt of inclusion for an entry that is under no signed checkpoint.</summary>
    public abstract string NotSigned(ulong index, ulong size);

    /// <summary>RFC 9942 has no receipt of inclusion in a log of one entry.</summary>
    public abstract string OneEntry { get; }

    /// <summary>RFC 9942 has no receipt of consistency between these sizes.</summary>
    public abstract string NoConsistency(ulong oldSize, ulong size);

    /// <summary>COSE does not know the log's key or hash function.</summary>
    public abstract string NoCose(string origin);

    public abstract string OtherKey(string vkey);

    /// <summary>What was cut, and what it does not show.</summary>
    public abstract string Cut(EvidenceSum sum, string path);

    /// <summary>Whoever wants a receipt must say of what.</summary>
    public abstract string SayWhatToIssue { get; }

    /// <summary>Whoever wants evidence must say of what.</summary>
    public abstract string SayWhich { get; }

    public abstract string Needs(string option, string other);

    public abstract string NotTogether(string option, string other);

    /// <summary>The root that a receipt of consistency leads from, and the command that checks it.</summary>
    public abstract string VerifyFrom(ulong oldSize, string root, string path);

    /// <summary>That the file holds an entry and its receipt, and how it is checked.</summary>
    public abstract string VerifyWhole(ulong index, string path);

    /// <summary>How a receipt without its entry is checked.</summary>
    /// <param name="entryPath">The entry's file; "" when it was not written.</param>
    public abstract string VerifyEntry(ulong index, string entryPath, string path);

    public abstract string NoName { get; }

    public abstract string NotReplaced(string path, OutputKind kind);

    /// <summary>It is evidence or a receipt, of another log.</summary>
    public abstract string OfAnother(string path, OutputKind kind, string origin, string own);

    /// <summary>Two files were to be written under one name.</summary>
    public abstract string SamePlace(string path);

    public abstract string PartOfLog(string path);

    public abstract string IsFolder(string path);

    public abstract string NotAFile(string path);

    public abstract string LeadsNowhere(string path, string target);

    public abstract string NoFolder(string path, string folder);

    public abstract string FolderMade(string folder);

    /// <summary>An earlier output stood in the place of the new one.</summary>
    /// <param name="bytes">Its length.</param>
    public abstract string Replaced(string file, ulong bytes);

    public abstract string Denied(string path);

    public abstract string NoSpace(string path);

    public abstract string CannotWrite(string path, string why);
}
