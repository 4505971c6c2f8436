using System.CommandLine;
using Edge.Gateway.Commands.Answers;
using Edge.Gateway.Configuration;
using Edge.Gateway.Export;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway export tiles</c>: the whole log as a folder in the layout of c2sp.org/tlog-tiles, also while the gateway runs.</summary>
internal static class ExportTilesCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static Command Create(HelpWords help)
    {
        var folder = new Argument<string>("DIR") { Description = help.TilesFolder };
        var config = ExportSource.Configuration(help);
        var store = new Option<string?>("--store") { Description = help.Store };
        var newest = new Option<bool>("--newest") { Description = help.Newest };
        var json = new Option<bool>("--json") { Description = help.JsonAnswer };
        var language = ExportSource.Language(help);
        var command = new Command("tiles", help.Tiles)
        {
            folder, config, store, newest, json, language,
        };
        command.SetAction((result, cancellationToken) => Failure.Guard(() =>
        {
            var words = ExportSource.Words(result.GetValue(language));
            if (result.GetValue(config) is not null && result.GetValue(store) is not null)
                throw new InputException(words.NotTogether("--config", "--store"));
            var file = result.GetValue(store) is { } named ? LogOf(named, words) : ConfigurationReader.Read(result.GetValue(config) ?? ExportSource.Find(words, orStore: true)).Store.Folder;
            return WriteAsync(file, result.GetRequiredValue(folder), result.GetValue(newest), result.GetValue(json), words, cancellationToken);
        }, ExportSource.Why(result.GetValue(language))));
        return command;
    }

    /// <summary>The folder named, if it can be a log's.</summary>
    private static string LogOf(string folder, ExportWords words)
    {
        if (folder.Length == 0)
            throw new ExportException(words.NoStoreNamed);
        if (!Directory.Exists(folder))
            throw new ExportException(File.Exists(folder) ? words.StoreIsFile(folder) : words.NoStore(folder));
        return Directory.EnumerateFiles(folder, "*.seg").Any() ? folder : throw new ExportException(words.NoLogIn(folder));
    }

    private static async Task<int> WriteAsync(string file, string folder, bool newest, bool json, ExportWords words, CancellationToken cancellationToken)
    {
        using var reader = LogFolder.OpenReader(file);
        if (!newest && reader.NewestReceipt() is null && reader.NewestCheckpoint() is not null)
            await Console.Error.WriteLineAsync(words.NotAcceptedYet);
        var said = TimeProvider.System.GetTimestamp();
        var size = reader.Extent.Size;
        var sum = new TileExport(new LogView(reader), words, Say).Write(folder, newest, cancellationToken);
        if (sum.FirstEntry > 0)
            await Console.Error.WriteLineAsync(words.Evicted(sum.FirstEntry));
        if (sum.Lost > 0)
            await Console.Error.WriteLineAsync(words.Lost(sum.Lost));
        if (json)
            await AnswerJson.SayAsync(TilesAnswer.Of(sum, Path.GetFullPath(folder)));
        else
            await Console.Out.WriteLineAsync(words.Done(sum, Path.GetFullPath(folder)));
        return 0;

        void Say(ulong entries)
        {
            if (!Terminal.IsWatched || TimeProvider.System.GetElapsedTime(said) < Pause)
                return;
            said = TimeProvider.System.GetTimestamp();
            Console.Error.WriteLine(words.Progress(entries, size));
        }
    }
}
