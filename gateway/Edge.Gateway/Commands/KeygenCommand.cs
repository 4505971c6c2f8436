using System.CommandLine;
using System.Security.Cryptography;
using Edge.Ledger.City;
using Edge.Ledger.Notes;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway keygen</c>: makes the gateway's key and prints the line the city's policy needs.</summary>
internal static class KeygenCommand
{
    public static Command Create(HelpWords help)
    {
        var origin = new Option<string>("--origin") { Description = help.Origin, Required = true };
        var type = new Option<string>("--type") { Description = help.KeyType };
        type.AcceptOnlyFromAmong([.. KeyTypes.ForLogs.Keys]);
        var output = new Option<string>("--out") { Description = help.KeyOutput, Required = true };
        var command = new Command("keygen", help.Keygen) { origin, type, output };
        command.SetAction((result, _) => Failure.Guard(() => MakeAsync(result.GetRequiredValue(origin), result.GetValue(type), result.GetRequiredValue(output))));
        return command;
    }

    private static async Task<int> MakeAsync(string name, string? type, string path)
    {
        if (LogOrigin.TryParse(name) is not { GatewayId: not null })
            throw new InputException($"\"{name}\" is not a gateway's name: write <city domain>/<gateway id>, for example city.example/water-gw-0001");
        if (File.Exists(path))
            throw new InputException($"{path} is there already. A key is never overwritten: whoever loses it loses the log's name. Choose another file.");
        using var signer = new NoteSigner(name, type is null ? KeyTypes.DefaultFor(name) : KeyTypes.ForLogs[type], RandomNumberGenerator.GetBytes(32));
        await using (var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(signer.ExportSecret() + "\n"));
            file.Flush(flushToDisk: true);
        }

        await Console.Out.WriteLineAsync($"log {signer.Verifier}");
        return 0;
    }
}
