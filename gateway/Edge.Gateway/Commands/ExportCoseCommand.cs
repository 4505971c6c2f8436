using System.CommandLine;
using Edge.Gateway.Configuration;
using Edge.Gateway.Export;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway export cose</c>: one entry, or the growth of the log, as a COSE receipt (RFC 9942), also while the gateway runs.</summary>
internal static class ExportCoseCommand
{
    public static Command Create()
    {
        var output = new Argument<string>("FILE") { Description = "The file to write." };
        var index = new Option<ulong?>("--index") { Description = "This entry of the log, with the receipt that it is in it." };
        var receipt = new Option<bool>("--receipt-only") { Description = "With --index: the receipt alone, for whoever has the entry." };
        var size = new Option<ulong?>("--from-size") { Description = "Instead: the receipt that the log has only grown since it had so many entries." };
        var config = ExportSource.Configuration();
        var language = ExportSource.Language();
        var command = new Command("cose", "Issues a COSE receipt (RFC 9942) under the newest checkpoint that the gateway signed; edge-verify checks it.")
        {
            output, index, receipt, size, config, language,
        };
        command.Validators.Add(r =>
        {
            if ((r.GetValue(index) is null) == (r.GetValue(size) is null) || (r.GetValue(receipt) && r.GetValue(size) is not null))
                r.AddError("Say what: --index N, perhaps with --receipt-only, or --from-size N.");
        });
        command.SetAction((result, cancellationToken) => Failure.Guard(async () =>
        {
            var words = ExportSource.Words(result.GetValue(language));
            var configuration = ConfigurationReader.Read(result.GetValue(config) ?? ExportSource.Find(words));
            using var signer = KeyFile.Read(configuration);
            using var reader = LogStoreFile.OpenReader(configuration.Store.File);
            var export = new CoseExport(new LogView(reader), signer, words);
            var bytes = (result.GetValue(index), result.GetValue(size)) switch
            {
                ({ } entry, null) when result.GetValue(receipt) => export.Inclusion(entry).ToBytes(),
                ({ } entry, null) => export.Entry(entry).ToBytes(),
                (_, { } old) => export.Consistency(old).ToBytes(),
                _ => [],
            };
            await WriteAsync(Path.GetFullPath(result.GetRequiredValue(output)), bytes, cancellationToken);
            return 0;
        }));
        return command;
    }

    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path + ".part", bytes, cancellationToken);
        File.Move(path + ".part", path, overwrite: true);
        await Console.Out.WriteLineAsync(path);
    }
}
