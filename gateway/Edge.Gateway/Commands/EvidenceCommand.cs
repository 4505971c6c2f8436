using System.CommandLine;
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
    private const string Index = "the entry's index; for times use --since and --until";

    public static Command Create(HelpWords help)
    {
        var config = new Option<string>("--config") { Description = help.Configuration, Required = true };
        var channel = new Option<string?>("--channel") { Description = help.Channel };
        var withValue = new Option<bool>("--with-value") { Description = help.WithValue };
        var since = new Option<string?>("--since") { Description = help.Since(Moment.Examples[0], Moment.Examples[1]) };
        var until = new Option<string?>("--until") { Description = help.Until };
        var index = WholeNumber.List("--index", "an entry's index; several as --index 20 30", help.Index);
        var from = WholeNumber.Option("--from", Index, help.From);
        var to = WholeNumber.Option("--to", Index, help.To);
        var slim = new Option<bool>("--slim") { Description = help.Slim };
        var output = new Option<string>("--out") { Description = help.EvidenceOutput, Required = true };
        var language = ExportSource.Language(help);
        var command = new Command("evidence", help.Evidence)
        {
            config, channel, withValue, since, until, index, from, to, slim, output, language,
        };
        command.SetAction((result, cancellationToken) => Failure.Guard(async () =>
        {
            var words = ExportSource.Words(result.GetValue(language));
            var why = Why(result.GetValue(language));
            var asked = new EvidenceWish(
                result.GetValue(channel), result.GetValue(withValue), result.GetValue(since), result.GetValue(until), result.GetValue(index) ?? [], result.GetValue(from), result.GetValue(to));
            asked.Require(words);
            var configuration = ConfigurationReader.Read(result.GetRequiredValue(config));
            using var reader = LogFolder.OpenReader(configuration.Store.Folder);
            var log = new LogView(reader);
            var subjects = Find(asked, configuration, log, why);
            Exists(log, subjects[^1], why);
            var (bytes, sum) = Cut(configuration, log, subjects, result.GetValue(slim), asked.Range);
            var file = new OutputFile(configuration.Store.Folder, configuration.Origin.ToString(), words, Console.Error.WriteLine);
            var path = await file.WriteAsync(result.GetRequiredValue(output), OutputKind.Evidence, bytes, cancellationToken);
            await Console.Out.WriteLineAsync(words.Cut(sum, path));
            return 0;
        }, Why(result.GetValue(language))));
        return command;
    }

    private static EvidenceWords Why(string? language) => ExportSource.IsChinese(language) ? EvidenceWords.Chinese : EvidenceWords.English;

    private static IReadOnlyList<ulong> Find(EvidenceWish asked, GatewayConfiguration configuration, LogView log, EvidenceWords why)
    {
        var find = new SubjectFinder(log);
        return asked switch
        {
            { Channel: { } name, Since: { } since, Until: { } until } => Between(find, Known(configuration, name, why), Time("--since", since, why), Time("--until", until, why), why),
            { Channel: { } name } => find.WithTheirTime([find.Latest(Known(configuration, name, why), asked.WithValue)]),
            { Range: var (first, last) } => Range(find, log, first, last, why),
            _ => [.. asked.Indices.Distinct().Order()],
        };
    }

    private static (byte[] Bytes, EvidenceSum Sum) Cut(GatewayConfiguration configuration, LogView log, IReadOnlyList<ulong> subjects, bool slim, (ulong, ulong)? range)
    {
        var bytes = new EvidenceCutter(log).Cut(subjects, slim).ToBytes();
        var verdict = new EvidenceVerifier(KeyFile.ReadPolicy(configuration)).Verify(bytes);
        if (verdict.Outcome == Outcome.Invalid)
            throw new EvidenceException(w => w.NotVerified(configuration.PolicyFile, $"{verdict.Findings[0].Code} {verdict.Findings[0].Detail}"));
        var asked = subjects.ToHashSet();
        return (bytes, EvidenceSum.Of([.. verdict.Entries.Where(e => asked.Contains(e.Index))], range, bytes.LongLength));
    }

    private static string Known(GatewayConfiguration configuration, string channel, EvidenceWords why) => configuration.Channels.Any(c => c.Name == channel)
        ? channel
        : throw new InputException(why.NoChannel(channel, string.Join(", ", configuration.Channels.Select(c => c.Name))));

    private static double Time(string option, string text, EvidenceWords why) => Moment.TryParse(text) ?? throw new InputException(why.NotATime(option, text));

    private static IReadOnlyList<ulong> Between(SubjectFinder find, string channel, double since, double until, EvidenceWords why) =>
        since <= until ? find.Between(channel, since, until) : throw new InputException(why.TimesSwapped);

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
