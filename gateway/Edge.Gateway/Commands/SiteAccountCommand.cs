using System.CommandLine;
using System.Text.Json;
using Edge.Gateway.Configuration;
using Edge.Gateway.Outputs;
using Edge.Gateway.Site;
using Edge.Site.Access;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway site account</c>: changes the accounts' file beside the key; a gateway that runs takes it up at once.</summary>
internal static class SiteAccountCommand
{
    public static Command Add(HelpWords help)
    {
        var (name, role, file) = (Name(help), new Option<string>("--role") { Description = help.AccountRole, Required = true }, PasswordFile(help));
        role.AcceptOnlyFromAmong([.. RoleName.All]);
        return SiteCommand.Of("add", help.AccountAdd, help, async (result, configuration, words, cancel) =>
        {
            var account = Named(result.GetRequiredValue(name), words);
            var hash = PasswordHash.Make(TypedPassword.Read(account, result.GetValue(file), words));
            var chosen = RoleName.Parse(result.GetRequiredValue(role))!.Value;
            await ChangeAsync(configuration, words, all => all.Any(a => a.Name == account) ? throw new InputException(words.IsThere(account))
                : all.Count >= AccountsFile.MostAccounts ? throw new InputException(words.TooMany(AccountsFile.MostAccounts))
                : [.. all, new Account(account, chosen, hash)], cancel);
            await Console.Out.WriteLineAsync(words.Added(account, chosen));
            return 0;
        }, name, role, file);
    }

    public static Command Remove(HelpWords help)
    {
        var name = Name(help);
        return SiteCommand.Of("remove", help.AccountRemove, help, async (result, configuration, words, cancel) =>
        {
            var account = result.GetRequiredValue(name);
            List<Account> left = [];
            await ChangeAsync(configuration, words, all => left = [.. Known(all, account, words).Where(a => a.Name != account)], cancel);
            await Console.Out.WriteLineAsync(words.Removed(account, left.Any(a => a.Role == Role.Technician)));
            return 0;
        }, name);
    }

    public static Command Password(HelpWords help)
    {
        var (name, file) = (Name(help), PasswordFile(help));
        return SiteCommand.Of("password", help.AccountPassword, help, async (result, configuration, words, cancel) =>
        {
            var account = result.GetRequiredValue(name);
            Known(Read(configuration, words), account, words);
            var hash = PasswordHash.Make(TypedPassword.Read(account, result.GetValue(file), words));
            await ChangeAsync(configuration, words, all => [.. Known(all, account, words).Select(a => a.Name == account ? a with { Password = hash } : a)], cancel);
            await Console.Out.WriteLineAsync(words.PasswordChanged(account));
            return 0;
        }, name, file);
    }

    public static Command List(HelpWords help)
    {
        var json = new Option<bool>("--json") { Description = help.AccountsJson };
        return SiteCommand.Of("list", help.AccountList, help, async (result, configuration, words, _) =>
        {
            var accounts = Read(configuration, words).OrderBy(a => a.Name, StringComparer.Ordinal).ToList();
            await Console.Out.WriteLineAsync(result.GetValue(json) ? Json(accounts) : accounts.Count == 0 ? words.NoAccounts : string.Join('\n', accounts.Select(words.Line)));
            return 0;
        }, json);
    }

    private static Argument<string> Name(HelpWords help) => new("NAME") { Description = help.AccountName };

    private static Option<string?> PasswordFile(HelpWords help) => new("--password-file") { Description = help.PasswordFile };

    private static string Named(string name, SiteWords words) => Account.IsName(name) ? name : throw new InputException(words.NotAName(name, Account.MostName));

    private static IReadOnlyList<Account> Known(IReadOnlyList<Account> all, string name, SiteWords words) => all.Any(a => a.Name == name) ? all : throw new InputException(words.Unknown(name));

    private static IReadOnlyList<Account> Read(GatewayConfiguration configuration, SiteWords words)
    {
        try
        {
            return AccountsFile.Read(SiteFiles.Accounts(configuration));
        }
        catch (AccountsFileException e)
        {
            throw new InputException(words.Fault(e));
        }
    }

    /// <summary>By the gateway's own user only: a file of another's it could not read.</summary>
    private static async Task ChangeAsync(GatewayConfiguration configuration, SiteWords words, Func<IReadOnlyList<Account>, IReadOnlyList<Account>> change, CancellationToken cancellationToken)
    {
        if (FileOwner.IsMine(configuration.KeyFile) == false)
            throw new InputException(words.AnothersKey(configuration.KeyFile));
        try
        {
            await AccountsFile.ChangeAsync(SiteFiles.Accounts(configuration), change, TimeProvider.System, cancellationToken);
        }
        catch (AccountsFileException e)
        {
            throw new InputException(words.Fault(e));
        }
    }

    private static string Json(List<Account> accounts)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var account in accounts)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, account.Name);
                json.WriteString("role"u8, RoleName.Of(account.Role));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
