using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Verify.Commands;
using Edge.Verify.Inputs;

namespace Edge.Verify.Words;

public sealed partial class EnglishPhrases
{
    public override string Finding(FindingCode code, string about, NoteFault cause) => code switch
    {
        FindingCode.FileAltered => "the file was altered or damaged after it was made: its digest does not match its bytes",
        FindingCode.NotAGateway => $"{about} is not the name of a gateway",
        FindingCode.GatewayUnknown => $"gateway {about} is not in the policy file; nobody vouches for its key",
        FindingCode.GatewaySignature when cause == NoteFault.NotSignedByLog => $"the checkpoint does not carry the signature of gateway {about} by the key in the policy file (is it the right policy, and the newest? has the key been rotated?)",
        FindingCode.GatewaySignature => $"the signature of gateway {about} does not match these bytes",
        FindingCode.DepartmentSignature => $"the signature of department {about} does not match these bytes",
        FindingCode.NoQuorum => $"fewer departments than the policy asks for accepted the checkpoint of gateway {about}",
        FindingCode.BlockNotAccepted => $"the city block that should hold the anchor is not accepted: {Word(cause, about)}",
        FindingCode.NotInBlock => "the gateway's anchor is not contained in the city block",
        FindingCode.NotInLog => "the entries shown are not those that the gateway's checkpoint covers",
        FindingCode.ContextMismatch => $"the configuration, calibration, clock or seal shown for {about} is missing or is not the one in force when it was recorded",
        FindingCode.BeaconNotAccepted => $"a city block that should prove the earliest time is not accepted: {Word(cause, about)}",
        FindingCode.Reconcilable => $"the two checkpoints of {about} are not shown to contradict each other: the proof does not hold",
        FindingCode.NoLowerBound => $"nothing in the file proves an earliest time for {about}",
        FindingCode.BoundsCrossed => $"the departments' clocks contradict each other and leave no time for {about}",
        FindingCode.DeviceClockOutside => $"the gateway's own clock lies outside the proved times at {about}",
        FindingCode.UnknownKind => $"this program does not know the meaning of {about}: genuine, but of a newer kind",
        FindingCode.NoUpperBound => $"the policy asks for no departments, so no latest time is proved for {about}",
        FindingCode.MeaningNotDisclosed => $"the configuration or calibration of {about} is named only by its hash; who needs it can ask for the full file",
        _ => $"finding {(int)code}",
    };

    public override string Word(NoteFault fault, string about) => fault switch
    {
        NoteFault.None => "accepted",
        NoteFault.NotACheckpoint => "it is not a checkpoint",
        NoteFault.OtherOrigin => $"it belongs to another log, {about}",
        NoteFault.UnknownLog => $"the log {about} is not in the policy file",
        NoteFault.NotSignedByLog => $"it does not carry the signature of {about}",
        NoteFault.BadLogSignature => $"the signature of {about} does not match its bytes",
        NoteFault.BadCosignature => $"the signature of department {about} does not match its bytes",
        NoteFault.NoQuorum => $"fewer departments than the policy asks for signed it ({about})",
        _ => $"fault {(int)fault}",
    };

    public override string Word(Label label) => label switch
    {
        Label.Gateway => "Gateway",
        Label.BuiltWithSm3 => "log built with SM3",
        Label.Software => "software",
        Label.Readings => "Readings",
        Label.Entry => "entry",
        Label.Channel => "channel",
        Label.Value => "value",
        Label.Raw => "raw code",
        Label.Quality => "quality",
        Label.DeviceTime => "gateway's clock",
        Label.NoDeviceClock => "clock not synchronised",
        Label.NotBefore => "not before",
        Label.NoValue => "absent",
        Label.WholeSeconds => "departments sign whole seconds: \"not after\" means before the end of that second",
        Label.RecomputedTimes => "\"recomputed\" is by the gateway's unbroken clock since its start and what wall time turned out to be: its own word, not proved by departments",
        Label.ProvedTime => "Proved time",
        Label.NoProvedTime => "none",
        Label.Configuration => "configuration",
        Label.Calibration => "calibration",
        Label.NoConfiguration => "no configuration recorded",
        Label.NoCalibration => "no calibration recorded",
        Label.OwnEvidence => "see its own evidence",
        Label.Changes => "states and their changes",
        Label.Input => "input",
        Label.NotShown => "none is shown in this file",
        Label.Certificate => "certificate",
        Label.By => "by",
        Label.ConfigurationFile => "file",
        Label.Clock => "clock at start",
        Label.OtherEntries => "Other entries",
        Label.UnknownKind => "unknown kind",
        Label.AllChannels => "all channels",
        Label.AcceptedBy => "Accepted by",
        Label.NotAcceptedBy => "not by",
        Label.CityBlock => "City block",
        Label.Completeness => "Complete",
        Label.NothingBetween => "nothing is said of what lies between these entries",
        Label.Reservations => "Reservations",
        Label.NoReservations => "none",
        Label.Trusted => "Trusted",
        Label.TrustNote => "All of this rests on the keys in the policy file:",
        Label.TrustNoteOfOneKey => "Of the keys in the policy file, this rests on the log's own alone, named above; the others have no part in it:",
        Label.TrustNoteOfNothing => "The policy file, by which it was judged, trusts these keys:",
        Label.CityLogs => "city log",
        Label.Gateways => "gateways",
        Label.Departments => "departments",
        Label.EvidenceFile => "Evidence file",
        Label.PolicyFile => "Policy file",
        Label.Details => "details",
        Label.ShowAll => "(--full shows hashes and keys whole)",
        Label.None => "none",
        _ => $"label {(int)label}",
    };

    public override string Word(Quality quality) => FieldWords.English.Of(quality);

    public override string Word(Reason reason) => FieldWords.English.Of(reason);

    public override string Word(WatchedContact contact, bool isActive) => FieldWords.English.Of(contact, isActive);

    public override string Word(Ne107 category) => FieldWords.English.Of(category);

    public override string Word(GapReason reason) => FieldWords.English.Of(reason);

    public override string Word(KeyType type) => type switch
    {
        KeyType.Ed25519 => "Ed25519",
        KeyType.Ed25519Cosignature => "Ed25519 cosignature",
        KeyType.EcdsaP256 => "ECDSA P-256",
        KeyType.Sm2 => "SM2",
        _ => $"key type {(int)type}",
    };

    public override string Word(ClockSource source) => FieldWords.English.Of(source);

    public override string Word(EntryKind kind) => kind switch
    {
        EntryKind.Reading => "reading",
        EntryKind.Seal => "seal",
        EntryKind.Gap => "gap",
        EntryKind.Boot => "start of the gateway",
        EntryKind.Clock => "clock correction",
        EntryKind.Configuration => "configuration",
        EntryKind.Calibration => "calibration",
        EntryKind.Maintenance => "maintenance",
        EntryKind.Tamper => "tamper",
        EntryKind.Alarm => "alarm",
        EntryKind.KeyRotation => "key rotation",
        EntryKind.Software => "software",
        _ => UnknownKind((ulong)kind),
    };

    public override string UnknownKind(ulong number) => $"unknown kind {number}";

    public override string Usage(UsageFault fault, string about) => fault switch
    {
        UsageFault.NoEvidence => "no evidence file was named. Usage: edge-verify FILE --policy POLICY",
        UsageFault.NoPolicy => "no policy file was named. Add --policy POLICY: the file that says whom to trust",
        UsageFault.SecondEvidence => $"one evidence file at a time; \"{about}\" is a second one",
        UsageFault.UnknownOption => $"the option \"{about}\" does not exist. --help lists all",
        UsageFault.NoValue => $"{about} needs a value after it",
        UsageFault.GivenTwice => $"{about} is given twice",
        UsageFault.NotALanguage => $"\"{about}\" is not a language it speaks. Write --lang en or --lang zh",
        UsageFault.NotTwoAccused => $"accuse needs two inputs to hold against each other, not {about}: checkpoints, evidence files or folders of tiles",
        UsageFault.NoOutput => "no file to write was named. Add --out FILE",
        UsageFault.NotAZone => $"\"{about}\" is not an offset from UTC. Write for example --zone +08:00",
        UsageFault.NotARoot => $"\"{about}\" is not a root: write its 64 hex digits, or as in a checkpoint the base64 of its 32 bytes",
        UsageFault.NoEntry => $"this receipt is about entry {about}, which is not in it. Add --entry FILE",
        UsageFault.NoRoot => $"this receipt leads from an earlier root. Add --root BASE64: the root you know at {about} entries",
        UsageFault.NotNeeded => $"this file has no use for {about}; leave it out",
        _ => $"usage fault {(int)fault}",
    };

    public override string Input(InputRole role, InputFault fault, string path, string detail)
    {
        var file = $"{role switch { InputRole.Policy => "the policy file", InputRole.Log => "the log's file", InputRole.Entry => "the entry's file", _ => "the evidence file" }} {path}";
        return fault switch
        {
            InputFault.NotFound when role == InputRole.Log => $"{file} does not exist: a folder to be audited has its checkpoint in it",
            InputFault.NotFound => $"{file} does not exist",
            InputFault.NameNotUtf8 => $"{file} cannot be opened: its name has bytes that are not UTF-8. Rename or copy it to a plain name, or name /dev/stdin and write < before the file",
            InputFault.IsDirectory => $"{file} is a directory; name a file in it",
            InputFault.EvidenceFolder => $"{path} has no checkpoint, so it is not a log; these are evidence files: name one of them, such as {detail}",
            InputFault.NotAFile when role == InputRole.Log => $"{file} is not a regular file but a pipe, a socket or a device. Ask for the log again, as files",
            InputFault.NotAFile => $"{file} is not a regular file but a pipe, a socket or a device. Save it to a file first, or give it to standard input and name /dev/stdin",
            InputFault.Hyphen => $"{file} does not exist. For standard input write /dev/stdin",
            InputFault.Denied => $"{file} may not be read by this user",
            InputFault.Empty => $"{file} is empty",
            InputFault.TooLarge => $"{file} is larger than the {detail} bytes such a file can have",
            InputFault.CannotRead => $"{file} cannot be read ({detail})",
            InputFault.Malformed when role == InputRole.Policy => $"{file} is not a policy file ({detail})",
            InputFault.Malformed when role == InputRole.Log => $"{file} is not a checkpoint ({detail})",
            InputFault.Malformed when role == InputRole.Entry => $"{file} is not a log entry ({detail})",
            InputFault.Malformed => $"{file} is not an evidence file, or is damaged ({detail})",
            InputFault.Swapped when role == InputRole.Policy => $"{file} is an evidence file. Are the two files exchanged?",
            InputFault.Swapped => $"{file} is a policy file. Are the two files exchanged?",
            _ => Code(fault, ShownText.Name(path), detail),
        };
    }

    public override string Unforeseen(string detail) => $"the program failed; this is a fault of ours, please report it ({detail})";
}
