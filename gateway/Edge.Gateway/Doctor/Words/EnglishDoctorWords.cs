using Edge.Gateway.Health;
using Edge.Ledger.Text;

namespace Edge.Gateway.Doctor.Words;

internal sealed partial class EnglishDoctorWords : DoctorWords
{
    public override FieldWords Field => FieldWords.English;

    public override string Code => "en";

    public override string Beside(Findings findings) => findings switch
    {
        { IsOther: false } => "The gateway runs: readings are its own, and its devices were not touched.",
        { ConfigurationInForceSha256: null } => "A gateway runs, and does not say which configuration it has in force: none of its readings are taken for this file's, and the addresses of its buses were not asked.",
        _ => "The gateway runs another configuration than this file: of its readings only those of channels that are the same in both are shown, and its devices were not touched.",
    };

    public override string Raises => "alarm";

    public override string Interrupted => "Ended before everything was looked at; nothing was written.";

    protected override string Colon => ": ";

    protected override string Comma => ", ";

    public override string Of(Verdict verdict) => verdict switch
    {
        Verdict.Ok => "ok",
        Verdict.Look => "LOOK",
        _ => "BROKEN",
    };

    public override string Of(Topic topic) => topic switch
    {
        Topic.Configuration => "configuration",
        Topic.Identity => "key and policy",
        Topic.Board => "board",
        Topic.Bus => "bus",
        Topic.Device => "device",
        Topic.Channel => "channel",
        Topic.Clock => "clock",
        Topic.Disk => "disk",
        Topic.Log => "gateway and log",
        Topic.Sparkplug => "Sparkplug broker",
        _ => "broker",
    };

    public override string Looking(Check at) => at.Topic switch
    {
        Topic.Bus => $"bus {at.Subject}: asking its addresses",
        Topic.Channel => $"reading {at.Subject}",
        _ => $"looking at the {Of(at.Topic)}",
    };

    protected override string AllWell(int checks) => $"All {checks} checks are well.";

    protected override string Sum(int broken, int look, int well) =>
        $"{(broken > 0 ? $"{broken} broken" : "Nothing broken")}, {(look > 0 ? $"{look} to look at" : "nothing else to look at")}, {well} well.";

    protected override string Computed(string channels) => $"Computed from others, and judged while the gateway runs: {channels}.";

    public override string Time(Findings findings) => findings.Time is { } time
        ? $"{time.Replace('T', ' ').TrimEnd('Z')} UTC ± {findings.TimeUncertaintySeconds:0.###} s, vouched for by: {Field.Of(findings.ClockSource)}"
        : "not known: nobody vouches for this clock";

    public override string Written(string path) => $"Report: {path}. Print it and sign it.";

    public override string Signed(ulong index, bool byGateway) =>
        $"Entered in the log as entry {index}{(byGateway ? " by the running gateway" : "; start the gateway, it goes on behind it")}. Cut it out once it is anchored: {ProgramName.Called} evidence --index {index} --out commissioning.edge";

    public override string NotSigned(string why) => $"Not entered in the log: {why}";

    public override string NoName => "--sign needs a name of 1 to 200 characters on one line.";

    public override string NotInForce => "the running gateway has another configuration in force, or does not say which, and an entry would stand for what it does not do. Restart it to put this file into force, then examine and sign again.";

    public override string NotItself => "configuration, key or policy have faults with which the gateway itself would not start. Mend those first.";

    public override string NotOwner(string key) => $"only the user who owns {key} may, since the gateway must be able to write on; run it as that user: runuser -u edge -- ...";

    public override string NotTaken => $"the running gateway did not confirm it: it may stand in the log or not. See {ProgramName.Called} status, then sign again; a second entry does no harm.";

    public override string NotCurrent(string text) => $"--simulate: \"{text}\" is not a current; write 0 to 30, such as 3.5mA, 4, 12, 20 or 21.5, or all, and then a channel.";

    public override string NoLoop(string channel, IEnumerable<string> loops) =>
        $"--simulate: {channel} is not a current loop of this configuration; there {(loops.Any() ? $"are {string.Join(", ", loops)}" : "is none")}.";

    public override string NoChannel(string current, IEnumerable<string> loops) =>
        $"--simulate: write a channel behind {current}, such as --simulate {current} {loops.FirstOrDefault() ?? "main.pressure"}, or all; {(loops.Any() ? $"current loops are {string.Join(", ", loops)}" : "this configuration has no current loop")}.";

    public override string NotAlone(string configuration) => $"another examination of {configuration} is under way, and each would take the other's answers; wait until it has ended, then examine again.";

    public override string Of(DoctorLabel label) => label switch
    {
        DoctorLabel.Report => "Commissioning report",
        DoctorLabel.Mend => "To mend, in this order",
        DoctorLabel.Channels => "Channels",
        DoctorLabel.Well => "Also looked at, and well",
        DoctorLabel.Checks => "All checks",
        DoctorLabel.Simulated => "Simulated loop currents",
        DoctorLabel.SimulatedNote => "Computed through shunt, code and scale as configured; nothing was measured.",
        DoctorLabel.NotRead => "not read",
        DoctorLabel.Channel => "channel",
        DoctorLabel.Terminal => "wired to",
        DoctorLabel.Raw => "raw code",
        DoctorLabel.Value => "value",
        DoctorLabel.Current => "current",
        DoctorLabel.Quality => "quality",
        DoctorLabel.Calibration => "calibration",
        DoctorLabel.Verdict => "verdict",
        DoctorLabel.Subject => "looked at",
        DoctorLabel.Found => "found",
        DoctorLabel.Board => "board",
        DoctorLabel.Configuration => "configuration (SHA-256)",
        DoctorLabel.InForce => "configuration in force (SHA-256)",
        DoctorLabel.Key => "device key",
        DoctorLabel.Time => "time",
        DoctorLabel.Entry => "log entry",
        DoctorLabel.SignedBy => "commissioned by",
        DoctorLabel.FindingsHash => "findings (SHA-256)",
        DoctorLabel.HowToCheck => "The findings stand in this file, between the marks of <script id=\"findings\">; their SHA-256 is in the log entry.",
        DoctorLabel.Signature => "Signature",
        DoctorLabel.SignatureDate => "Date",
        DoctorLabel.Scale => "on its scale",
        _ => "not entered in the log (--sign WHO)",
    };
}
