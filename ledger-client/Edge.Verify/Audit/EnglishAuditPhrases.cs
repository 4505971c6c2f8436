using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Verify.Words;

namespace Edge.Verify.Audit;

internal sealed class EnglishAuditPhrases(Phrases shared) : AuditPhrases(shared)
{
    public override string Claim(ulong entries, string gateway, string existed, int accepted, int departments) =>
        $"{(entries == 1 ? "The one entry" : $"All {Number(entries)} entries")} of gateway {gateway} in this folder {(entries == 1 ? "is the one" : "are the ones")} that its checkpoint covers; {existed}; accepted by {accepted} of {departments} department{(departments == 1 ? "" : "s")}";

    public override string Finding(AuditFinding finding) => finding.Code switch
    {
        AuditCode.NotAGateway or AuditCode.GatewayUnknown or AuditCode.GatewaySignature or AuditCode.DepartmentSignature or AuditCode.NoQuorum =>
            Shared.Finding((FindingCode)finding.Code, finding.Detail, finding.Cause),
        AuditCode.RootDiffers => "the tiles do not make the root in the checkpoint: the checkpoint belongs to another log or another history, or several tiles were altered",
        AuditCode.Missing => $"{finding.Path} is missing; {Entries(finding)}",
        AuditCode.WrongLength => $"{finding.Path} was cut or lengthened ({finding.Detail}); {Entries(finding)}",
        AuditCode.TileDiffers => $"{finding.Path} was altered: its hashes are not those under the checkpoint; {Entries(finding)}",
        AuditCode.EntryDiffers when finding.Count == 1 => $"entry {Number(finding.FirstEntry)} in {finding.Path} is not the one that was logged",
        AuditCode.EntryDiffers => $"entries {Number(finding.FirstEntry)} to {Number(finding.FirstEntry + finding.Count - 1)} in {finding.Path} are not the ones that were logged",
        AuditCode.EntryMalformed => $"entry {Number(finding.FirstEntry)} was logged in a form that no gateway may write ({finding.Detail})",
        AuditCode.ContextMismatch => $"the reading of {ShownText.Name(finding.Detail)} in entry {Number(finding.FirstEntry)} does not name the start, configuration, calibration, clock and seal in force at its place",
        AuditCode.SealMismatch => $"the seal in entry {Number(finding.FirstEntry)} does not fit the batch it closes ({finding.Detail})",
        AuditCode.NotSealed => $"the last entry, {Number(finding.FirstEntry)}, is not a seal: the checkpoint ends within a batch",
        AuditCode.UnknownKind => $"{Plural(finding.Count, "entry is", "entries are")} of a kind that this program does not know, the first is entry {Number(finding.FirstEntry)}: genuine, meaning unknown",
        AuditCode.NoUpperBound => "the policy asks for no departments, so no latest time is proved",
        AuditCode.Pruned when finding.Count == 1 => $"the one entry before entry {Number(finding.FirstEntry)} is not in this folder; its hash is right",
        AuditCode.Pruned => $"the {Number(finding.Count)} entries before entry {Number(finding.FirstEntry)} are not in this folder; their hashes are right",
        AuditCode.Lost when finding.Count == 1 => $"entry {Number(finding.FirstEntry)} is not in this folder: the gateway's store lost it, as the log itself tells (gap in entry {finding.Detail}); its hash is right",
        AuditCode.Lost => $"{Number(finding.Count)} entries, the first of them {Number(finding.FirstEntry)}, are not in this folder: the gateway's store lost them, as the log itself tells (gaps in entries {finding.Detail}); their hashes are right",
        AuditCode.ExtraFile => $"{ShownText.Name(finding.Path)} is not a file of this log; what it holds beyond the log was not looked at",
        AuditCode.ContextUnchecked => $"of {Plural(finding.Count, "reading", "readings")} from entry {Number(finding.FirstEntry)} on it could not be checked under which configuration and calibration {(finding.Count == 1 ? "it was" : "they were")} recorded",
        _ => $"finding {(int)finding.Code}",
    };

    public override string AndMore(string first, ulong more) => $"{first}; and {Plural(more, "more fault", "more faults")}";

    public override string Entries(ulong count, ulong size) => count == size ? $"{Number(count)}, all checked" : $"{Number(count)} of {Number(size)} checked";

    public override string Kind(EntryKind kind, ulong count) => $"{Shared.Word(kind)}: {Number(count)}";

    public override string Channel(QualityCounts counts) =>
        $"{Number(counts.Good)} good, {Number(counts.Uncertain)} uncertain, {Number(counts.Bad)} bad{(counts.Absent > 0 ? $", of these {Number(counts.Absent)} without a value" : "")}";

    public override string Folder(ulong files, ulong bytes) => $"{Plural(files, "tile or bundle", "tiles and bundles")}, {Plural(bytes, "byte", "bytes")}";

    public override string Progress(ulong done, ulong of) => $"{Number(done)} of {Plural(of, "entry", "entries")}";

    public override string Hashing(ulong bytes) => $"SHA-256 of the folder: {Plural(bytes, "byte", "bytes")}";

    public override string Word(AuditLabel label) => label switch
    {
        AuditLabel.Log => "Log",
        AuditLabel.Checkpoint => "Checkpoint",
        AuditLabel.Entries => "Entries",
        AuditLabel.Channels => "Readings",
        AuditLabel.Folder => "Folder",
        AuditLabel.Faults => "Wrong",
        AuditLabel.Refused => "This folder is not, as a whole and unaltered, the log that its checkpoint is said to cover.",
        AuditLabel.Report => "Audit report",
        AuditLabel.DigestOfFolder => "SHA-256 over the log's files in the folder",
        AuditLabel.DigestOfCheckpoint => "SHA-256 of the checkpoint",
        AuditLabel.DigestHow => "The verdict belongs to the folder with exactly this SHA-256, which is that of the list of the SHA-256 of all files in it that have a name and a size as a log's files have; other files are not in it. This shows that of the folder at hand:",
        AuditLabel.Proved => "Checked with the keys of the policy file alone: the entries in this folder are those under the gateway's checkpoint, each seal closes the batch before it, each reading names what was in force; a quorum of departments accepted the checkpoint.",
        _ => $"label {(int)label}",
    };

    public override string Omitted(ulong count) => $"... {Number(count)} more ...";

    private static string Entries(AuditFinding finding) => finding.FirstEntry is { } first
        ? finding.Count == 1 ? $"entry {Number(first)} could not be checked" : $"entries {Number(first)} to {Number(first + finding.Count - 1)} could not be checked"
        : "it was made anew from what is below it, and no entry is left unchecked because of it";

    private static string Plural(ulong count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    private static string Number(ulong? value) => value.GetValueOrDefault().ToString("#,0", CultureInfo.InvariantCulture);
}
