using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Edge.Integration.Tests.Configuration;
using Edge.Integration.Tests.Towns;
using Edge.Testing;

namespace Edge.Integration.Tests.Site;

/// <summary><c>edge-gateway site</c> as a technician types it.</summary>
public sealed class AccountCommandTests
{
    [Fact]
    public async Task Accounts_are_added_listed_and_removed_and_each_slip_is_told_with_what_to_do()
    {
        using var folder = await GatewayFolder.MakeAsync();
        folder.Write("password", "correct horse 4711\n");
        folder.Write("weak", "short\n");

        Assert.Equal((0, "Added Li Wei, technician."), await AskAsync(folder, "account", "add", "Li Wei", "--role", "technician", "--password-file", folder.File("password")));
        Assert.Equal((0, "已添加 王伟（查看者）。"), await AskAsync(folder, "account", "add", "王伟", "--role", "viewer", "--password-file", folder.File("password"), "--lang", "zh"));
        Assert.Equal((0, "[{\"name\":\"Li Wei\",\"role\":\"technician\"},{\"name\":\"王伟\",\"role\":\"viewer\"}]"), await AskAsync(folder, "account", "list", "--json"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("gateway.key.accounts")));
        Assert.DoesNotContain("correct horse", await File.ReadAllTextAsync(folder.File("gateway.key.accounts")), StringComparison.Ordinal);

        await RefusedAsync("has an account already", "account", "add", "Li Wei", "--role", "viewer", "--password-file", folder.File("password"));
        await RefusedAsync("A password has 10 to 200 characters", "account", "password", "Li Wei", "--password-file", folder.File("weak"));
        await RefusedAsync("There is no account \"Zhao\"", "account", "remove", "Zhao");
        await RefusedAsync("cannot be an account's name", "account", "add", "Li\tWei", "--role", "viewer", "--password-file", folder.File("password"));
        await RefusedAsync("cannot be read", "account", "add", "Zhao", "--role", "viewer", "--password-file", folder.File("nowhere"));

        var (code, said) = await AskAsync(folder, "account", "remove", "Li Wei");
        Assert.Equal(0, code);
        Assert.Contains("No technician is left", said, StringComparison.Ordinal);

        async Task RefusedAsync(string words, params string[] command)
        {
            var (refused, why) = await AskAsync(folder, command);
            Assert.Equal(2, refused);
            Assert.Contains(words, why, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_certificates_fingerprint_is_that_of_the_file()
    {
        using var folder = await GatewayFolder.MakeAsync(GatewayFolder.Yaml + "\nsite: { listen: 0.0.0.0:8443 }\n");

        var (code, said) = await AskAsync(folder, "certificate");
        using var certificate = X509Certificate2.CreateFromPemFile(folder.File("gateway.key.tls.pem"));

        Assert.Equal(0, code);
        Assert.Contains(Convert.ToHexString(SHA256.HashData(certificate.RawData)), said.Replace(":", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal((code, said), await AskAsync(folder, "certificate"));
    }

    private static async Task<(int Code, string Said)> AskAsync(GatewayFolder folder, params string[] command)
    {
        var run = await ProgramRun.Of(Programs.Gateway, ["site", .. command, "--config", folder.Configuration, .. command.Contains("--lang") ? Array.Empty<string>() : ["--lang", "en"]]);
        return (run.Code, run.Code == 0 ? run.Output : run.Said());
    }
}
