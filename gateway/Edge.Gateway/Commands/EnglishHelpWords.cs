using Edge.Gateway.Configuration;

namespace Edge.Gateway.Commands;

internal sealed class EnglishHelpWords : HelpWords
{
    public override string Program => "The gateway on the pipe: reads sensors, keeps every reading in a Merkle log, anchors it to the city.";

    public override string Configuration => "The gateway's YAML file.";

    public override string ConfigurationOr(IReadOnlyList<string> places) => $"The gateway's YAML file. Default: {string.Join(", then ", places)}.";

    public override string Language => "Language of messages: en, zh. Default: by LC_ALL, LC_MESSAGES, LANG.";

    public override string LanguageOfRun => "Language of this help: en, zh. What the running gateway logs is English; each message is explained in both languages in gateway/Edge.Gateway/Hosting/README.md.";

    public override string Usage(string message) => message;

    public override string NoCommand(string named, IReadOnlyList<string> known, string command) => $"\"{named}\" is not {string.Join(" or ", known)}. {See(command)}";

    public override string NotWhole(string option, string text, string what) => $"{option}: \"{text}\" is not a whole number. Write {what}.";

    public override string AnIndex => "the entry's index";

    public override string Indices => "an entry's index; several as --index 20 30";

    public override string IndexNotTime => "the entry's index; for times use --since and --until";

    public override string ASize => "a number of entries";

    public override string NotSeconds(string option, string text) => $"{option}: \"{text}\" is not a number of seconds; write 1 to 86400.";

    public override string Unusable(ConfigurationException why) => $"The configuration cannot be used:\n{why.Message}";

    public override string Message(ConfigurationProblem problem) => problem.Message;

    public override string AnothersLog(string folder, string found, string file, string mine) =>
        $"{folder} holds the log of {found}, but {file} says origin: {mine}. A gateway continues only its own log. Name this gateway's folder under store:, or correct the origin and give it that gateway's key.";

    public override string AnotherKeys(string folder, string key) =>
        $"The log in {folder} was signed by another key than {key}; the city would accept nothing that this one signs there. Put the key back with which it was signed. If that is lost, make a new identity: edge-gateway keygen with another gateway id, a new folder under store:, and have the city admit it.";

    public override string See(string command) => $"See: {command}";

    public override string UsageHead => "Usage: ";

    public override string ExampleHead => "Example: ";

    public override string OptionsPlace => "[options]";

    public override string CommandPlace => "COMMAND";

    public override string Needed => " Needed.";

    public override string ThisHelp => "This help.";

    public override string Run => "Runs the gateway until SIGTERM or SIGINT; then seals what is left and ends.";

    public override string Status => "Print the state as one JSON line, once a second or every so many seconds (1 to 86400).";

    public override string Config => "About a gateway's YAML file.";

    public override string Schema => "Prints the JSON Schema (2020-12) of the YAML file, with which editors complete and check while you write. Keep it beside the file, whose first line then is: # yaml-language-server: $schema=gateway.schema.json";

    public override string Check => "Checks a configuration and says what follows from it: readings, bytes on disk, days without the city, card writes. Starts nothing. Exit code: 0 it can be used (read the lines with !), 1 this disk has no room for its log, 2 it cannot be used.";

    public override string Doctor => "Examines the board against the configuration: buses and GPIO chips, what answers and what it is, each sensor read once, clock, disk, broker, keys; says which wire or setting to look at. "
        + "Beside a running gateway it leaves that one's devices alone and shows its readings. Exit code: 0 all well, 1 something to look at, 2 wrong usage or no configuration, 3 something is broken, 4 ended early, or not signed or not written as asked.";

    public override string DoctorJson => "What was found as one JSON object on one line.";

    public override string Simulate => "Shows what a loop current would come to: 3.5mA, 4, 12, 20, 21.5, or all of these; then a channel, or all. Nothing is measured.";

    public override string Report => "Writes a page to print and sign, in HTML: new, empty, or an earlier report.";

    public override string Sign => "You answer for what was found: enters it in the log under your name, through the running gateway, or by opening the log of one that does not run.";

    public override string HowItIs => "Says whether the gateway measures, whether it proves, and what needs you. Asks the running gateway; of one that does not run it reads the log. "
        + "Exit code: 0 nothing needs you (being offline does not), 1 something does, 2 wrong usage or configuration, 3 the gateway does not answer.";

    public override string Damage => "Shows what was found damaged in the log when a gateway opened it, as long as nobody has seen to it. Of one that does not run it looks at the log, too. Exit code: 0 nothing, 1 something.";

    public override string Seen => "You have seen to it: status needs you no more for it. Deletes nothing; what was shown stays in quarantine/seen.jsonl.";

    public override string Json => "The whole state as one JSON object on one line.";

    public override string JsonAnswer => "The answer, or why there is none, as one JSON object on one line.";

    public override string Brief => "Only the one line.";

    public override string Watch => "Again and again, once a second or every so many seconds (1 to 86400), until Ctrl-C.";

    public override string Keygen => "Makes a gateway's key and prints its verifier key for the city's policy.";

    public override string Origin => "The gateway's name: <city domain>/<gateway id>, or <city domain>/sm3/<gateway id> for a log built with SM3.";

    public override string KeyType => "The kind of key: ed25519, p256 (ECDSA) or sm2. The default is ed25519; for an SM3 log it is sm2, and no other will do.";

    public override string KeyOutput => "File for the private key; must not exist yet.";

    public override string Export => "Writes a log in formats that others read.";

    public override string Tiles => "Writes checkpoint, tiles and entry bundles (c2sp.org/tlog-tiles): a folder that any web server can serve, and edge-verify audits.";

    public override string TilesFolder => "A new folder, or one that this log was exported to before: then only what is new is added.";

    public override string Store => "Instead: a log's folder, such as a copy.";

    public override string Newest => "Under the newest signed checkpoint, not the newest that the city accepted: no department has accepted it yet, and edge-verify says so. Into a folder of its own.";

    public override string Cose => "Issues a COSE receipt (RFC 9942) under the newest checkpoint that the gateway signed; edge-verify checks it.";

    public override string CoseOutput => "The file to write: new, empty, or an earlier receipt.";

    public override string CoseIndex => "This entry of the log, with the receipt that it is in it.";

    public override string ReceiptOnly => "With --index: the receipt alone, for whoever has the entry.";

    public override string EntryOutput => "With --receipt-only: write the entry too, into a file of its own.";

    public override string FromSize => "Instead: the receipt that the log has only grown since it had so many entries.";

    public override string Evidence => "Cuts an evidence file out of the log and checks it against the gateway's policy before it is written.";

    public override string Channel => "The newest anchored reading of this channel; with --since and --until, those of that time, with the gaps, its alarms, and the changes of its configuration and calibration.";

    public override string WithValue => "With --channel alone: only a reading that has a value.";

    public override string Since(string example, string another) => $"Earliest time of a reading by the gateway's clock as it turned out to be, such as {example} or {another}.";

    public override string Until => "Latest time, likewise. The gaps of that time are shown too, and where the clock was set later, a reading that shows it.";

    public override string Index => "These entries of the log, and only these.";

    public override string From => "First entry of a contiguous range: nothing between is missing.";

    public override string To => "Last entry of that range. Gaps of its time that were noted later are shown too.";

    public override string Complete => "With --since and --until: all entries from the first reading of that time to the last, of --channel or of all channels, so that nothing between is missing.";

    public override string Slim => "Configurations and calibrations only by their hashes: the smallest file, which one QR code holds.";

    public override string EvidenceOutput => "The evidence file to write: new, empty, or an earlier evidence file, which is replaced.";

    public override string Site => "Who may log in to the site page, which certificate it shows, and the code at the tap.";

    public override string Account => "Accounts of the site page. They stand in a file beside the gateway's key; a gateway that runs takes a change up at once.";

    public override string AccountAdd => "Adds an account.";

    public override string AccountRemove => "Removes an account; its sessions end.";

    public override string AccountList => "Lists accounts and their roles.";

    public override string AccountPassword => "Gives an account another password; its sessions end.";

    public override string AccountName => "Who it is; stands in the log as who did something.";

    public override string AccountRole => "viewer looks; operator also acknowledges alarms; technician also sees to damage.";

    public override string PasswordFile => "A file whose first line is the password. Without it: standard input, or typed at the terminal, unseen.";

    public override string AccountsJson => "As a JSON array of name and role.";

    public override string SiteCertificate => "Shows the fingerprint of the certificate, to compare with what the browser shows; makes the gateway's own if none is set and there is none.";

    public override string SiteTapCode => "Writes the QR code of the tap's page to standard output, an SVG image to print and hang at the tap.";

    public override string TapSheet => "A sheet of A6 with what the code is for, in English and Chinese, instead of the code alone.";
}
