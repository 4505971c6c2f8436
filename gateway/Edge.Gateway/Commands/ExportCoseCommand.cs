using System.CommandLine;
using Edge.Gateway.Commands.Answers;
using Edge.Gateway.Configuration;
using Edge.Gateway.Export;
using Edge.Gateway.Outputs;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway export cose</c>: one entry, or the growth of the log, as a COSE receipt (RFC 9942), also while the gateway runs.</summary>
internal static class ExportCoseCommand
{
    public static Command Create(HelpWords help)
    {
        var output = new Argument<string>("FILE") { Description = help.CoseOutput };
        var index = WholeNumber.Option("--index", help.AnIndex, help.CoseIndex, help);
        var receipt = new Option<bool>("--receipt-only") { Description = help.ReceiptOnly };
        var entryOutput = new Option<string?>("--entry-out") { Description = help.EntryOutput, HelpName = "FILE" };
        var size = WholeNumber.Option("--from-size", help.ASize, help.FromSize, help);
        var config = ExportSource.Configuration(help);
        var json = new Option<bool>("--json") { Description = help.JsonAnswer };
        var language = ExportSource.Language(help);
        var command = new Command("cose", help.Cose)
        {
            output, index, receipt, entryOutput, size, config, json, language,
        };
        command.SetAction((result, cancellationToken) => Failure.Guard(async () =>
        {
            var words = ExportSource.Words(result.GetValue(language));
            var asked = (Index: result.GetValue(index), Size: result.GetValue(size), ReceiptOnly: result.GetValue(receipt), EntryOutput: result.GetValue(entryOutput));
            Require(asked, words);
            var configuration = ConfigurationReader.Read(result.GetValue(config) ?? ExportSource.Find(words, orStore: false));
            using var signer = KeyFile.Read(configuration);
            using var reader = LogFolder.OpenReader(configuration.Store.Folder);
            var log = new LogView(reader);
            var export = new CoseExport(log, signer, words);
            var file = new OutputFile(configuration.Store.Folder, configuration.Origin.ToString(), words, Console.Error.WriteLine);
            var isJson = result.GetValue(json);
            var target = result.GetRequiredValue(output);
            if (asked.Size is { } old)
            {
                var path = await file.WriteAsync(target, OutputKind.Receipt, export.Consistency(old).ToBytes(), cancellationToken);
                await SayAsync(isJson, new CoseAnswer(path, null, null, old, log.Root(old).ToString()), words.VerifyFrom(old, log.Root(old).ToString(), path));
            }
            else if (asked is { Index: { } alone, ReceiptOnly: true })
            {
                var bytes = export.Inclusion(alone).ToBytes();
                if (asked.EntryOutput is { } second)
                    file.RequireBoth(target, OutputKind.Receipt, bytes, second);
                var entry = asked.EntryOutput is { } name ? await file.WriteAsync(name, OutputKind.Entry, log.ReadEntry(alone), cancellationToken) : "";
                var path = await file.WriteAsync(target, OutputKind.Receipt, bytes, cancellationToken);
                await SayAsync(isJson, new CoseAnswer(path, alone, entry.Length > 0 ? entry : null, null, null), words.VerifyEntry(alone, entry, path));
            }
            else if (asked.Index is { } whole)
            {
                var path = await file.WriteAsync(target, OutputKind.Receipt, export.Entry(whole).ToBytes(), cancellationToken);
                await SayAsync(isJson, new CoseAnswer(path, whole, null, null, null), words.VerifyWhole(whole, path));
            }

            return 0;
        }, ExportSource.Why(result.GetValue(language))));
        return command;
    }

    private static void Require((ulong? Index, ulong? Size, bool ReceiptOnly, string? EntryOutput) asked, ExportWords words)
    {
        if (asked is { Index: null, Size: null })
            throw new InputException(words.SayWhatToIssue);
        if (asked is { Index: not null, Size: not null })
            throw new InputException(words.NotTogether("--index", "--from-size"));
        if (asked is { ReceiptOnly: true, Size: not null })
            throw new InputException(words.NotTogether("--receipt-only", "--from-size"));
        if (asked is { EntryOutput: not null, ReceiptOnly: false })
            throw new InputException(words.Needs("--entry-out", "--receipt-only"));
    }

    private static async Task SayAsync(bool isJson, CoseAnswer answer, string more)
    {
        if (isJson)
        {
            await AnswerJson.SayAsync(answer);
            return;
        }

        await Console.Out.WriteLineAsync(answer.File);
        await Console.Out.WriteLineAsync(more);
    }
}
