using System.CommandLine;
using System.Security.Cryptography;
using Edge.Ledger.City;
using Edge.Ledger.Merkle;
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
        var language = ExportSource.Language(help);
        var command = new Command("keygen", help.Keygen) { origin, type, output, language };
        command.SetAction((result, _) => Failure.Guard(() => MakeAsync(
            result.GetRequiredValue(origin), result.GetValue(type), result.GetRequiredValue(output), ExportSource.IsChinese(result.GetValue(language)) ? KeygenWords.Chinese : KeygenWords.English)));
        return command;
    }

    private static async Task<int> MakeAsync(string name, string? type, string path, KeygenWords words)
    {
        if (LogOrigin.TryParse(name) is not { GatewayId: not null } origin)
            throw new InputException(words.NotAName(name));
        var kind = type is null ? KeyTypes.DefaultFor(name) : KeyTypes.ForLogs[type];
        if (origin.Hasher == TreeHasher.Sm3 && kind != KeyType.Sm2)
            throw new InputException(words.OnlySm2(name));
        if (File.Exists(path))
            throw new InputException(words.IsThere(path));
        using var signer = new NoteSigner(name, kind, RandomNumberGenerator.GetBytes(32));
        try
        {
            await using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
            await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(signer.ExportSecret() + "\n"));
            file.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(words.NotWritten(path, e.Message));
        }

        await Console.Out.WriteLineAsync($"log {signer.Verifier}");
        return 0;
    }
}
