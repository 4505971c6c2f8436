using System.Globalization;
using Edge.Gateway.Evidence;
using Edge.Gateway.Health;
using Edge.Gateway.Outputs;

namespace Edge.Gateway.Export;

internal sealed class EnglishExportWords : ExportWords
{
    public override string Done(ExportSum sum, string folder) =>
        $"{folder}: {Entries(sum.Under.Checkpoint.Size)} of {sum.Under.Checkpoint.Origin} in {Count(sum.Bundles, "bundle")}{(sum.Incomplete == 0 ? "" : $", the remains of {Number(sum.Incomplete)} more")} and {Count(sum.Tiles, "tile")}, {Count((ulong)sum.Bytes, "byte")}; "
        + $"{(sum.Written == 0 ? "no file is new" : Count(sum.Written, "file is new", "files are new"))}.{(sum.Kept == 0 ? "" : " Of those that were there already only the lengths were checked; what is in them: edge-verify on the folder.")} The checkpoint is "
        + (sum.Under.IsAccepted ? $"the newest the city accepted, with {Count((ulong)sum.Under.Note.Signatures.Count - 1, "cosignature")}." : "the newest the gateway signed; it carries no cosignatures.");

    public override string Progress(ulong entries, ulong of) => $"{Number(entries)} of {Entries(of)}";

    public override string NotAcceptedYet => "The city has not accepted a checkpoint of this log yet: the newest signed one is used.";

    public override string Lost(ulong entries) =>
        $"{Entries(entries)} {(entries == 1 ? "is" : "are")} lost: damaged in the store. {(entries == 1 ? "Its hash is" : "Their hashes are")} there, and in tile/remains what is left around {(entries == 1 ? "it" : "them")}. An audit of the folder calls lost what a gap under the checkpoint tells to be lost, anything else missing: then export again when the gateway has noted the damage and the city has accepted that.";

    public override string Evicted(ulong firstEntry) => $"Entries below {Number(firstEntry)} are not in it, or not all: they were let go because of their age (retention) or to make room. Their hashes are.";

    public override string ConfigurationFound(string file) => $"Using {file}.";

    public override string NoConfiguration(bool orStore) =>
        $"Which gateway? There is no ./gateway.yaml and no /etc/edge/gateway.yaml: name its file with --config{(orStore ? ", or a copied log with --store" : "")}.";

    public override string ConfigurationHidden(string file) => $"{file} may not be read by this user. Run this as the gateway's user (runuser -u edge -- ...), or name another file with --config.";

    public override string NoStoreNamed => "--store names no folder. Name the folder of a gateway's log, or leave --store out.";

    public override string NoStore(string path) => $"{path} does not exist. Name the folder of a gateway's log, or a copy of it.";

    public override string StoreIsFile(string path) => $"{path} is not a folder but a file, a pipe or a device. A gateway's log is a folder: name that.";

    public override string NoLogIn(string folder) => $"{folder} holds no log. Name the folder that store.folder in the gateway's configuration names, or a copy of it.";

    public override string NothingSigned(string store) => $"{store}: nothing is signed yet. Start the gateway; it signs at its first seal.";

    public override string NotDurable(string why) => $"The newest signed checkpoint is not safely on the disk yet, so nothing was exported: a power cut could still take it back. {why}";

    public override string NotAnExport(string folder, string found) => $"{folder} holds something else ({found}). Name a new or empty folder, or one that this log was exported to before.";

    public override string InUse(string folder) => $"Another export is at work in {folder}. Wait for its end.";

    public override string InTheWay(string path) => $"{path} is in the way: it is a link, a pipe or a device, or a folder where a file belongs or a file where a folder does. Take it away, or name another folder.";

    public override string NotACheckpoint(string file, string why) => $"{file} is not a checkpoint ({why}). Name another folder.";

    public override string OtherLog(string folder, string held, string own) => $"{folder} holds the log of {held}, this is the log of {own}. Name another folder.";

    public override string OtherHistory(string folder, ulong size) =>
        $"{folder} holds another history of this log: its first {(size == 1 ? "entry has" : $"{Number(size)} entries have")} another root than here. One of the two was restored or forged: keep both for examination.";

    public override string LogIsShorter(string folder, ulong held, ulong own) =>
        $"{folder} holds {Entries(held)}, this log has only {Number(own)}. It was restored from an old copy, or it is not the gateway's own: keep both for examination.";

    public override string FolderIsNewer(string folder, ulong held, ulong own) =>
        $"{folder} holds a checkpoint over {Entries(held)} already; the newest the city accepted covers {Number(own)}. Nothing was changed: run it again later, or with --newest.";

    public override string FolderIsAccepted(string folder) =>
        $"{folder} holds a checkpoint that departments have accepted; the newest signed one, which none has accepted yet, does not take its place. Name another folder for it, or leave out --newest.";

    public override string DiskFull(string folder) => $"The disk of {folder} is full. What was written stays and is used: free space and run it again.";

    public override string NotSigned(ulong index, ulong size) => $"Entry {Number(index)} is under no signed checkpoint yet: the newest has {Entries(size)}, from 0 on.";

    public override string OneEntry => "The log has one signed entry. A COSE receipt cannot express its place (RFC 9942 has no empty path): wait for the next checkpoint.";

    public override string NoConsistency(ulong oldSize, ulong size) =>
        $"From {Number(oldSize)} to {Entries(size)} there is no COSE receipt of consistency: --from-size is at least 1 and below the newest signed checkpoint's size.";

    public override string NoCose(string origin) => $"{origin}: COSE receipts exist for SHA-256 trees signed with Ed25519 or ECDSA P-256; this log has SM3 or SM2.";

    public override string OtherKey(string vkey) => $"The newest checkpoint in the store is not signed with the key {vkey}. Name that log's own key, or that key's own log.";

    public override string Cut(EvidenceSum sum, string path)
    {
        var readings = sum.Channels.Take(Shown).Select(c => $"{Count((ulong)c.Readings, "reading")} of {c.Channel}");
        var more = sum.Channels.Count > Shown ? [$"readings of {Count((ulong)(sum.Channels.Count - Shown), "more channel")}"] : Array.Empty<string>();
        var gaps = sum.Gaps > 0 ? [Count((ulong)sum.Gaps, "gap")] : Array.Empty<string>();
        var others = sum.Others > 0 ? [Count((ulong)sum.Others, "other entry", "other entries")] : Array.Empty<string>();
        var place = sum.First == sum.Last ? $"entry {Number(sum.First)}" : $"entries {Number(sum.First)} to {Number(sum.Last)}";
        return $"{path}: {string.Join(", ", [.. readings, .. more, .. gaps, .. others])}; {place}, {Count((ulong)sum.Bytes, "byte")}."
            + (sum.Whole is var (first, last) ? $" No entry from {Number(first)} to {Number(last)} is missing, and the file proves it."
                : sum.First == sum.Last || sum.IsBroken ? ""
                : $" It does not show that no entry between is missing: --from {Invariant(sum.First)} --to {Invariant(sum.Last)} proves that.");
    }

    public override string SayWhich =>
        "Say which readings: --channel NAME (the newest), --channel NAME --since T --until T, --index N ..., or --from N --to N.";

    public override string SayWhatToIssue => "Say what: --index N, perhaps with --receipt-only, or --from-size N.";

    public override string Needs(string option, string other) => $"{option} needs {other} as well.";

    public override string NotTogether(string option, string other) => $"{option} and {other} do not go together: leave out one of the two.";

    public override string VerifyFrom(ulong oldSize, string root, string path) =>
        $"It proves growth to whoever knows the root at {Entries(oldSize)}. In this log that root is {root}\nCheck it against the root you kept, then: {ProgramName.Script} verify {path} --policy POLICY --root {root}";

    public override string VerifyWhole(ulong index, string path) => $"It holds entry {Number(index)} and its receipt. Check: {ProgramName.Script} verify {path} --policy POLICY";

    public override string VerifyEntry(ulong index, string entryPath, string path) => entryPath.Length > 0
        ? $"Entry {Number(index)} is in {entryPath}. Check: {ProgramName.Script} verify {path} --policy POLICY --entry {entryPath}"
        : $"It does not hold entry {Number(index)} itself: --entry-out FILE writes that too. Check: {ProgramName.Script} verify {path} --policy POLICY --entry FILE";

    public override string NoName => "The file to write has no name. Give one.";

    public override string NotReplaced(string path, OutputKind kind) => $"{path} is there already and is not {kind switch
    {
        OutputKind.Evidence => "an evidence file",
        OutputKind.Receipt => "a COSE receipt",
        OutputKind.Report => "a commissioning report",
        _ => "this entry",
    }}. It was left as it is: choose another name, or move that file away first.";

    public override string OfAnother(string path, OutputKind kind, string origin, string own) =>
        $"{path} is there already and is {(kind == OutputKind.Evidence ? "evidence" : "a COSE receipt")} of {origin}; this gateway is {own}. It was left as it is: choose another name, or move that file away first.";

    public override string SamePlace(string path) => $"The receipt and the entry cannot both be written to {path}. Nothing was written: name two files.";

    public override string PartOfLog(string path) => $"{path} belongs to the gateway's log, which is never overwritten. Choose another name.";

    public override string IsFolder(string path) => $"{path} is a folder. Name a file in it.";

    public override string NotAFile(string path) => $"{path} is a device or a pipe, not a file. Name a file.";

    public override string LeadsNowhere(string path, string target) => $"{path} is a link to {target}, and nothing is there. Remove the link, or name the file itself.";

    public override string NoFolder(string path, string folder) => $"{path} cannot be written: there is no folder {folder}. Correct the name, or make the folder: mkdir -p {folder}";

    public override string FolderMade(string folder) => $"{folder} was not there and was made.";

    public override string Replaced(string file, ulong bytes) => $"An earlier file {file} of {Count(bytes, "byte")} was replaced.";

    public override string Denied(string path) => $"{path} cannot be written: this user may not make files in that folder. Choose another, or have its owner allow it.";

    public override string NoSpace(string path) => $"{path} was not written: the disk is full. Free space, or choose another disk.";

    public override string CannotWrite(string path, string why) => $"{path} cannot be written ({why}). Choose another place.";

    private const int Shown = 4;

    private static string Entries(ulong count) => Count(count, "entry", "entries");

    private static string Count(ulong count, string one, string? many = null) => $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    private static string Invariant(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(ulong value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
