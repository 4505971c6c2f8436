using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Edge.Gateway.Configuration;
using Edge.Gateway.Hosting;
using Edge.Gateway.Identity;
using Edge.Gateway.Pipeline;
using Edge.Ledger.Notes;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway run</c>: the service.</summary>
internal static class RunCommand
{
    public static Command Create(HelpWords help)
    {
        var config = new Option<string>("--config") { Description = help.Configuration, Required = true };
        var status = new Option<int?>("--status")
        {
            Description = help.Status,
            HelpName = "SECONDS",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result => SecondsBetween(result, help),
        };
        var command = new Command("run", help.Run) { config, status, ExportSource.Language(help, help.LanguageOfRun) };
        command.SetAction((result, cancellationToken) => Failure.Guard(() =>
            RunAsync(result.GetRequiredValue(config), result.GetValue(status) is { } seconds ? TimeSpan.FromSeconds(seconds) : null, cancellationToken)));
        return command;
    }

    private static int? SecondsBetween(ArgumentResult result, HelpWords help)
    {
        if (result.Tokens is not [var token])
            return 1;
        if (int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 86_400)
            return seconds;
        result.AddError(help.NotSeconds("--status", token.Value));
        return null;
    }

    private static async Task<int> RunAsync(string file, TimeSpan? status, CancellationToken cancellationToken)
    {
        var configuration = ConfigurationReader.Read(file);
        using var signer = KeyFile.Read(configuration);
        using var held = KeyHold.Take(configuration);
        var marker = new SignedLogMarker(configuration);
        RefuseSecondLog(marker.WhyNot());
        using var host = GatewayHost.Build(configuration, signer, KeyFile.ReadPolicy(configuration, signer), status);
        var log = await OpenAsync(host.Services.GetRequiredService<StoreOpening>(), configuration, signer.Verifier, cancellationToken);
        RefuseSecondLog(marker.WhyNot(log));
        RefuseAnothers(log.View.Store, configuration, signer.Verifier);
        var services = host.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        var writer = services.OfType<WriterService>().Single();
        host.Services.GetRequiredService<LogWriter>().Sealed += _ => marker.Note(host.Services.GetRequiredService<ILogger<SignedLogMarker>>());
        await host.RunAsync(cancellationToken);
        return writer.Failed || services.Any(s => s.ExecuteTask is { IsFaulted: true }) ? Failure.NotDone : 0;
    }

    private static async Task<MerkleLog> OpenAsync(StoreOpening opening, GatewayConfiguration configuration, VerifierKey mine, CancellationToken cancellationToken)
    {
        try
        {
            return await opening.WaitAsync(cancellationToken);
        }
        catch (AnothersLogException anothers)
        {
            throw Anothers(configuration.Store.Folder, anothers.Owner, configuration, mine);
        }
    }

    private static void RefuseAnothers(ILogReader log, GatewayConfiguration configuration, VerifierKey mine)
    {
        if (LogOwners.Of(log, mine, out var name) != LogOwner.Own)
            throw Anothers(log.Name, name, configuration, mine);
    }

    private static InputException Anothers(string folder, string name, GatewayConfiguration configuration, VerifierKey mine)
    {
        return new InputException($"{Words(HelpWords.English)}\n{Words(HelpWords.Chinese)}");

        string Words(HelpWords words) =>
            name == mine.Name ? words.AnotherKeys(folder, configuration.KeyFile) : words.AnothersLog(folder, name, configuration.File, mine.Name);
    }

    private static void RefuseSecondLog(string? why)
    {
        if (why is not null)
            throw new InputException(why);
    }
}
