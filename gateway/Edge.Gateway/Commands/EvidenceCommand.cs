using System.CommandLine;
using Edge.Gateway.Commands.Answers;
using Edge.Gateway.Configuration;
using Edge.Gateway.Evidence;
using Edge.Gateway.Outputs;
using Edge.Ledger.Evidence;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway evidence</c>: cuts one evidence file, also while the gateway runs.</summary>
internal static class EvidenceCommand
{
    public static Command Create(HelpWords help)
    {
        var config = ExportSource.Configuration(help);
        var channel = new Option<string?>("--channel") { Description = help.Channel };
        var withValue = new Option<bool>("--with-value") { Description = help.WithValue };
        var since = new Option<string?>("--since") { Description = help.Since(Moment.Examples[0], Moment.Examples[1]) };
        var until = new Option<string?>("--until") { Description = help.Until };
        var complete = new Option<bool>("--complete") { Description = help.Complete };
        var index = WholeNumber.List("--index", help.Indices, help.Index, help);
        var from = WholeNumber.Option("--from", help.IndexNotTime, help.From, help);
        var to = WholeNumber.Option("--to", help.IndexNotTime, help.To, help);
        var slim = new Option<bool>("--slim") { Description = help.Slim };
        var output = new Option<string>("--out") { Description = help.EvidenceOutput, Required = true };
        var json = new Option<bool>("--json") { Description = help.JsonAnswer };
        var language = ExportSource.Language(help);
        var command = new Command("evidence", help.Evidence)
        {
            config, channel, withValue, since, until, complete, index, from, to, slim, output, json, language,
        };
        command.SetAction((result, cancellationToken) => Failure.Guard(async () =>
        {
            var words = ExportSource.Words(result.GetValue(language));
            var why = ExportSource.Why(result.GetValue(language));
            var asked = new EvidenceWish(
                result.GetValue(channel), result.GetValue(withValue), result.GetValue(since), result.GetValue(until), result.GetValue(complete), result.GetValue(index) ?? [], result.GetValue(from), result.GetValue(to));
            asked.Require(words);
            var configuration = ConfigurationReader.Read(result.GetValue(config) ?? ExportSource.Find(words, orStore: false));
            using var reader = LogFolder.OpenReader(configuration.Store.Folder);
            var log = new LogView(reader);
            var find = new SubjectFinder(log);
            var (subjects, whole) = Find(find, asked, configuration, log, why);
            Exists(log, subjects[^1], why);
            var cutter = new EvidenceCutter(log);
            var bytes = cutter.Cut(subjects, result.GetValue(slim)).ToBytes();
            var sum = Sum(configuration, bytes, subjects, find, whole);
            var notes = LeftOut(find, cutter, why).ToList();
            foreach (var note in notes)
                await Console.Error.WriteLineAsync(note);
            var file = new OutputFile(configuration.Store.Folder, configuration.Origin.ToString(), words, Console.Error.WriteLine);
            var path = await file.WriteAsync(result.GetRequiredValue(output), OutputKind.Evidence, bytes, cancellationToken);
            if (result.GetValue(json))
                await AnswerJson.SayAsync(EvidenceAnswer.Of(sum, configuration.Origin.ToString(), path, notes));
            else
                await Console.Out.WriteLineAsync(words.Cut(sum, path));
            return 0;
        }, ExportSource.Why(result.GetValue(language))));
        return command;
    }

    private static (IReadOnlyList<ulong> Subjects, (ulong First, ulong Last)? Whole) Find(SubjectFinder find, EvidenceWish asked, GatewayConfiguration configuration, LogView log, EvidenceWords why)
    {
        var channel = asked.Channel is { } named ? Known(configuration, named, why) : null;
        if (asked is { Since: { } begin, Until: { } end })
        {
            var (since, until) = Times(begin, end, why);
            if (!asked.Complete)
                return (find.Between(channel!, since, until), null);
            var (from, to) = find.Around(channel, since, until);
            return (find.Range(from, to, (since, until), channel), (from, to));
        }

        return asked switch
        {
            { Range: var (first, last) } => (Range(find, log, first, last, why), asked.Range),
            { Channel: not null } => (find.WithTheirTime([find.Latest(channel!, asked.WithValue)]), null),
            _ => ([.. asked.Indices.Distinct().Order()], null),
        };
    }

    private static EvidenceSum Sum(GatewayConfiguration configuration, byte[] bytes, IReadOnlyList<ulong> subjects, SubjectFinder find, (ulong, ulong)? range)
    {
        var verdict = new EvidenceVerifier(KeyFile.ReadPolicy(configuration)).Verify(bytes);
        if (verdict.Outcome == Outcome.Invalid)
            throw new EvidenceException(w => w.NotVerified(configuration.PolicyFile, $"{verdict.Findings[0].Code} {verdict.Findings[0].Detail}"));
        var asked = subjects.ToHashSet();
        return EvidenceSum.Of([.. verdict.Entries.Where(e => asked.Contains(e.Index))], range, bytes.LongLength, find.Damaged.Count > 0);
    }

    /// <summary>What the file does not have although it was asked for.</summary>
    private static IEnumerable<string> LeftOut(SubjectFinder find, EvidenceCutter cutter, EvidenceWords why)
    {
        if (find.Damaged.Count > 0)
            yield return why.DamagedLeftOut((ulong)find.Damaged.Count, find.Damaged.First(), find.Damaged.Last());
        if (find.EvictedBelow is { } oldest)
            yield return why.EvictedLeftOut(oldest);
        if (find.AlarmsSoughtFrom is { } sought)
            yield return why.AlarmNotSought(sought);
        if (cutter.Unopened > 0)
            yield return why.ContextLeftOut(cutter.Unopened);
    }

    private static string Known(GatewayConfiguration configuration, string channel, EvidenceWords why) => configuration.Channels.Any(c => c.Name == channel)
        ? channel
        : throw new InputException(why.NoChannel(channel, [.. configuration.Channels.Select(c => c.Name)]));

    private static double Time(string option, string text, EvidenceWords why) => Moment.TryParse(text) ?? throw new InputException(why.NotATime(option, text));

    private static (double Since, double Until) Times(string since, string until, EvidenceWords why) =>
        (Time("--since", since, why), Time("--until", until, why)) is var (first, last) && first <= last ? (first, last) : throw new InputException(why.TimesSwapped);

    private static IReadOnlyList<ulong> Range(SubjectFinder find, LogView log, ulong first, ulong last, EvidenceWords why)
    {
        if (first > last)
            throw new InputException(why.RangeSwapped);
        Exists(log, last, why);
        return find.Range(first, last);
    }

    private static void Exists(LogView log, ulong index, EvidenceWords why)
    {
        if (index >= log.Store.Extent.Size)
            throw new InputException(why.NoEntry(index, log.Store.Extent.Size));
    }
}
