using System.Globalization;
using Edge.Ledger.Entries;

namespace Edge.Verify.Words;

/// <summary>English: sentences. Words for codes are in the other part.</summary>
public sealed partial class EnglishPhrases : Phrases
{
    public override Language Language => Language.English;

    public override string Help => """
        Checks an evidence file against a policy file, offline. Nothing leaves the
        computer.

        Usage: edge-verify FILE --policy POLICY [options]
               edge-verify DIR --policy POLICY [options]
               edge-verify RECEIPT --policy POLICY [--entry FILE | --root ROOT]
                           [options]
               edge-verify accuse A B --policy POLICY --out FILE [options]
               edge-verify page --out PAGE.html

          FILE             the evidence file (*.edge), or an accusation; or the texts of
                           its QR codes, one in a line
          RECEIPT          a COSE receipt (RFC 9942), and what it is about unless it
                           holds it: the entry's file, or the earlier root
          DIR              a gateway's whole log as tiles, to be audited
          --policy POLICY  whom to trust: the keys of the city log, the gateways and the
                           departments, and how many departments must agree
          A, B             checkpoints, evidence files or folders of tiles: if one log
                           signed both of two histories, --out gets the proof of it

          page             writes a page that checks evidence in a browser, offline

          --lang en|zh     language (else by LC_ALL, LC_MESSAGES, LANG)
          --zone +08:00    show times at this offset from UTC (else UTC)
          --full           show hashes, keys and all readings whole
          --json           one JSON object, everything whole
          --html OUT.html  write a page to print for a case file as well
          --version        print the version
          --help           print this

        Ends with 0: valid, perhaps with reservations, or an accusation proved;
        1: not, with the reason;
        2: no verdict (a file cannot be read or the page not written, or the command is
        wrong).

        Example: edge-verify tap.edge --policy policy.txt --html report.html
        """;

    public override string Valid(string claim) => $"Valid. {Capital(claim)}.";

    public override string ValidBut(IReadOnlyList<string> reservations, string claim) => $"Valid, but {string.Join("; ", reservations)}. {Capital(claim)}.";

    public override string Invalid(string why) => $"Invalid: {why}.";

    public override string NotChecked(string why) => $"Not checked: {why}";

    public override string Claim(string subject, string gateway, string existed, int accepted, int departments, string? complete)
    {
        var missing = complete is null ? "" : $"; {complete}";
        return $"{subject} gateway {gateway}; {existed}; accepted by {accepted} of {Plural(departments, "department")}{missing}";
    }

    public override string Reading(string value, string channel, string quality) =>
        $"{value} at {channel}{(quality.Length > 0 ? $" (quality {quality})" : "")}, measured by";

    public override string Absent(string channel, string quality) => $"no value at {channel} (quality {quality}), recorded by";

    public override string Readings(QualityCounts counts, IReadOnlyList<string> channels, int more)
    {
        var all = counts.Good + counts.Uncertain + counts.Bad;
        var names = more > 0 ? $"{string.Join(", ", channels)} and {Plural(more, "more channel")}" : And(channels[^1], channels.SkipLast(1));
        if (counts.Absent == all)
            return $"{Plural(all, "reading")} without a value at {names}, recorded by";
        var flawed = counts.Good == all && counts.Absent == 0 ? "" : $" ({Qualities(counts with { Good = 0 })})";
        return $"{Plural(all, "reading")} at {names}{flawed}, measured by";
    }

    public override string OtherEntries(IReadOnlyList<string> kinds, int count) => $"{Plural(count, "log entry", "log entries")} ({string.Join(", ", kinds)}) of";

    public override string Existed(string? notBefore, string? notAfter, string zone) => (notBefore, notAfter) switch
    {
        (null, null) => "no time is proved",
        (null, _) => $"existed not after {notAfter} ({zone})",
        (_, null) => $"existed not before {notBefore} ({zone})",
        _ => $"existed not before {notBefore} and not after {notAfter} ({zone})",
    };

    public override string NothingMissing(ulong first, ulong last) => $"nothing missing between entries {Number(first)} and {Number(last)}, and no gap recorded";

    public override string NothingWithheld(ulong first, ulong last) => $"nothing withheld between entries {Number(first)} and {Number(last)}";

    public override string GapsRecorded(int count, ulong samples) =>
        $"{Plural((ulong)count, "gap")} recorded{(samples > 0 ? $", with {Plural(samples, "reading")} missing" : "")}";

    public override string Runs(long entries, ulong first, ulong last, int runs) =>
        $"{Plural(runs, "run")} with nothing withheld between entries {Number(first)} and {Number(last)}, holding {Number((ulong)entries)} of them; nothing is said of what lies between the runs";

    public override string MoreGaps(int count) => $"and {Number((ulong)count)} more";

    public override string Setting(ShownSetting setting) => setting.English;

    public override string CalibrationOf(string channel, string said) => $"calibration of {channel}: {said}";

    protected override string StartsAt(string numbers, int count) => $"{(count == 1 ? "start" : "starts")} {numbers}";

    public override string Gap(string channels, string? from, string? to, string zone, string why)
    {
        var when = (from, to) switch
        {
            (null, null) => "at a time not known",
            (null, _) => $"until {to} ({zone})",
            (_, null) => $"from {from} on ({zone})",
            _ => $"from {from} to {to} ({zone})",
        };
        return $"{(channels.Length > 0 ? $"{channels} " : "")}{when}, {why}";
    }

    public override string SingleEntries(int count) => count == 1
        ? "one entry; nothing is said of its neighbours"
        : $"{Number((ulong)count)} separate entries; nothing is said of those between them";

    public override string Entries(IReadOnlyList<ulong> indices, int more)
    {
        var names = indices.Select(Number).ToArray();
        if (more > 0)
            return $"entries {string.Join(", ", names)} and {Number((ulong)more)} more";
        return names.Length == 1 ? $"entry {names[0]}" : $"entries {And(names[^1], names.SkipLast(1))}";
    }

    public override string Accepted(int accepted, int departments, int quorum) => $"{accepted} of {departments}; the policy asks for {quorum}";

    public override string Block(ulong size, string? time, string zone) =>
        $"the city log up to entry {Number(size - 1)}{(time is null ? "" : $", signed by a quorum by {time} ({zone})")}";

    public override string Counts(QualityCounts counts) => $"{Number(counts.Good + counts.Uncertain + counts.Bad)}: {Qualities(counts)}";

    public override string Qualities(QualityCounts counts)
    {
        var parts = new[] { (counts.Good, "", "good"), (counts.Uncertain, "", "uncertain"), (counts.Bad, "", "bad"), (counts.Absent, "of these ", "without a value") };
        return string.Join(", ", parts.Where(p => p.Item1 > 0).Select(p => $"{p.Item2}{Number(p.Item1)} {p.Item3}").DefaultIfEmpty("none"));
    }

    public override string Alike(int count, string quality) => $"{Number((ulong)count)} {quality}";

    public override string During(int count, string from, string? to) => to is null ? $"{Number((ulong)count)} at {from}" : $"{Number((ulong)count)} from {from} to {to}";

    public override string Since(string state, string time) => $"{state} from {time}";

    public override string Span(string least, string greatest) => $"{least} to {greatest}";

    public override string Omitted(int count) => $"... {Number((ulong)count)} more; --full shows all ...";

    public override string Recomputed(string own, string time) => $"{own}; recomputed: {time}";

    public override string BeyondCalendar(string second) => $"after the year 9999 (second {second} since 1970)";

    public override string Uncertainty(double seconds) => string.Create(CultureInfo.InvariantCulture, $"± {seconds:0.###} s");

    public override string And(string last, IEnumerable<string> before) => before.Any() ? $"{string.Join(", ", before)} and {last}" : last;

    public override string More(int count) => $"and {Number((ulong)count)} more";

    public override string Colon => ": ";

    public override string Semicolon => "; ";

    public override string Comma => ", ";

    private static string Number(ulong value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Plural(int count, string one, string? many = null) => Plural((ulong)count, one, many);

    private static string Plural(ulong count, string one, string? many = null) => $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    private static string Capital(string sentence) =>
        sentence.StartsWith("no value", StringComparison.Ordinal) ? $"N{sentence[1..]}" : sentence;
}
