using System.CommandLine;
using Edge.Gateway.Configuration;
using Edge.Gateway.Hosting;
using Edge.Gateway.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway run</c>: the service.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var config = new Option<string>("--config") { Description = "The gateway's YAML file.", Required = true };
        var status = new Option<bool>("--status") { Description = "Print the state once a second as one JSON line." };
        var command = new Command("run", "Runs the gateway until SIGTERM or SIGINT; then seals what is left and ends.") { config, status };
        command.SetAction((result, cancellationToken) => Failure.Guard(() => RunAsync(result.GetRequiredValue(config), result.GetValue(status), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(string file, bool status, CancellationToken cancellationToken)
    {
        var configuration = ConfigurationReader.Read(file);
        using var signer = KeyFile.Read(configuration);
        using var host = GatewayHost.Build(configuration, signer, KeyFile.ReadPolicy(configuration), status);
        var services = host.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        var writer = services.OfType<WriterService>().Single();
        await host.RunAsync(cancellationToken);
        return writer.Failed || services.Any(s => s.ExecuteTask is { IsFaulted: true }) ? Failure.NotDone : 0;
    }
}
