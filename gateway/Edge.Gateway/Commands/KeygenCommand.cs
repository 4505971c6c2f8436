using System.CommandLine;
using System.Security.Cryptography;
using Edge.Ledger.City;
using Edge.Ledger.Notes;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway keygen</c>: makes the gateway's key and prints the line the city's policy needs.</summary>
internal static class KeygenCommand
{
    public static Command Create()
    {
        var origin = new Option<string>("--origin") { Description = "The gateway's name: <city domain>/<gateway id>, or <city domain>/sm3/<gateway id> for a log built with SM3.", Required = true };
        var type = new Option<string>("--type") { Description = "The kind of key: ed25519, p256 (ECDSA) or sm2. The default is ed25519; for an SM3 log it is sm2, and no other will do." };
        type.AcceptOnlyFromAmong([.. KeyTypes.ForLogs.Keys]);
        var output = new Option<string>("--out") { Description = "File for the private key; must not exist yet.", Required = true };
        var command = new Command("keygen", "Makes a gateway's key and prints its verifier key for the city's policy.") { origin, type, output };
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
