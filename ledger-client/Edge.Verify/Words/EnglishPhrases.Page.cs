using System.Globalization;
using Edge.Verify.Outputs;

namespace Edge.Verify.Words;

/// <summary>English: the printable page.</summary>
public sealed partial class EnglishPhrases
{
    public override string LanguageTag => "en";

    public override string Stop => ".";

    public override string Join(string sentence, string next) => $"{sentence} {next}";

    public override (string Before, string Between, string After) PageNumber => ("Page ", " of ", "");

    public override string Bytes(long count) => $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {(count == 1 ? "byte" : "bytes")}";

    public override string ChartSummary(int count, string channel, string low, string high, string from, string to, bool hasBad) =>
        $"{Plural(count, "reading")} at {channel} from {from} to {to}: lowest {low}, highest {high}{(hasBad ? " (bad values not counted)" : "")}";

    public override string ContactSummary(int count, string channel, string states, string from, string to) =>
        $"{Plural(count, "reading")} at {channel} from {from} to {to}: {states}";

    public override string Rows(int shown, int all) => shown == all
        ? $"All {Plural(all, "reading")}, in the order of the log"
        : $"{Number((ulong)shown)} of {Plural(all, "reading")}: the first and the last; --full shows all";

    public override string LeftOut(int count) => $"{Number((ulong)count)} more are left out here; --full shows all.";

    public override string Span(ulong first, ulong last) => first == last ? $"entry {Number(first)}" : $"entries {Number(first)} to {Number(last)}";

    public override string CheckpointOf(string origin, ulong size) => $"log {origin} with {Number(size)} {(size == 1 ? "entry" : "entries")}";

    public override string Quorum(int size) => $"at least {size} of them must agree";

    public override string Cut(int characters) => $" ... ({Number((ulong)characters)} more characters)";

    public override string ClockUntil(string to) => $"to {to}";

    public override string Output(OutputKind kind, OutputFault fault, string path, string detail) => fault switch
    {
        OutputFault.NotAReport => $"there is already a file {path}, and it is not a {Word(kind)} of this program. Name another one",
        OutputFault.AlreadyThere => $"there is already a file {path}, which the {Word(kind)} does not replace. Name another one",
        OutputFault.IsDirectory => $"the {Word(kind)} cannot be written: {path} is a directory. Name a file in it",
        OutputFault.NotAFile => $"the {Word(kind)} cannot be written: {path} is a pipe, a socket or a disk. Name a file",
        OutputFault.SamePlace => $"the page and the accusation cannot both be written to {path}. Name two files",
        OutputFault.NoFolder => $"the {Word(kind)} cannot be written: the folder of {path} does not exist",
        OutputFault.NotBuilt => $"there is no {Word(kind)} in this program: Node.js and npm were missing when it was built. On a computer that has them or can get them, ./edge verify page --out {path} builds it",
        OutputFault.Denied => $"the {Word(kind)} cannot be written: this user may not write {path}",
        OutputFault.CannotWrite => $"the {Word(kind)} {path} cannot be written ({detail})",
        _ => $"{Word(kind)} {path}: fault {(int)fault}",
    };

    public override string PageWritten(string path) => $"The verifier's page is in {path}: one file, to be opened in any browser, without a network.";

    private static string Word(OutputKind kind) => kind switch { OutputKind.Accusation => "accusation", OutputKind.VerifierPage => "verifier's page", _ => "report" };

    public override string Word(PageLabel label) => label switch
    {
        PageLabel.Report => "Evidence report",
        PageLabel.Valid => "valid",
        PageLabel.ValidBut => "valid, with reservations",
        PageLabel.Invalid => "invalid",
        PageLabel.Why => "Why",
        PageLabel.Reservations => "Reservations",
        PageLabel.Proved => "Checked with the keys of the policy file alone: these entries stand in the log of this gateway, unaltered and at these places; the gateway signed the log, and a quorum of departments accepted it.",
        PageLabel.WhyInvalid => "The file does not prove what it claims.",
        PageLabel.NothingShown => "Nothing of the file's content is shown here, because nothing of it is proved.",
        PageLabel.Reason => "Reason",
        PageLabel.Measured => "What was measured",
        PageLabel.Unit => "Unit",
        PageLabel.ChartMarks => "The line stops wherever something is missing. Below it, hollow marks are uncertain values, solid marks are bad values and readings without a value; crossed boxes are recorded gaps.",
        PageLabel.NotDrawn => "Further channels, not drawn",
        PageLabel.AllReadings => "Readings",
        PageLabel.Time => "Both times are those of the departments, none of them the gateway's own.",
        PageLabel.OneTime => "This time is that of the departments, not the gateway's own.",
        PageLabel.WholeSecondsOfBound => "Departments sign whole seconds: \"not after\" means before the end of that second.",
        PageLabel.NotBefore => "not before",
        PageLabel.NotAfter => "not after",
        PageLabel.Conditions => "Configuration, calibration and clock in force",
        PageLabel.Seals => "Seals",
        PageLabel.Closes => "Closes",
        PageLabel.Counts => "Readings",
        PageLabel.Beacon => "City block named, by its height",
        PageLabel.NoBeacon => "none yet",
        PageLabel.NoPlace => "A seal without an entry number is named by the readings through its hash; its place in the log is not part of this file.",
        PageLabel.Department => "Department",
        PageLabel.When => "Accepted",
        PageLabel.Silent => "did not accept it, or not in this file",
        PageLabel.Place => "Place in the log",
        PageLabel.Checkpoint => "Checkpoint",
        PageLabel.Root => "Root of the log",
        PageLabel.BlockHash => "Hash of the block",
        PageLabel.EntryHash => "hash of the entry",
        PageLabel.ConfigurationFileHash => "Hash of the configuration file",
        PageLabel.Trust => "Whom the policy trusts",
        PageLabel.Files => "Files",
        PageLabel.Name => "File",
        PageLabel.Size => "Size",
        PageLabel.Again => "Check it again",
        PageLabel.AgainHow => "On any computer, without a network, with what is named above. The program comes from the city, or is built from its source by ./edge verify; any other verifier that follows SPEC.md must come to the same verdict:",
        PageLabel.AgainDigest => "The verdict belongs to the file with exactly this SHA-256; sha256sum shows that of the file at hand.",
        PageLabel.Appendix => "Appendix: hashes and keys in full",
        PageLabel.AppendixNote => "Hashes are in hexadecimal. Keys are as in the policy file: name, key id, type and public key in Base64.",
        PageLabel.Keys => "Keys of the policy",
        PageLabel.MadeBy => "Made by",
        PageLabel.Offline => "checked offline; this page loads nothing and holds no program",
        PageLabel.QrCode => "SHA-256 of the evidence file",
        _ => $"label {(int)label}",
    };
}
