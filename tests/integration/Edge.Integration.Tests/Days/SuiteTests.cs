using Edge.Demo.Towns;
using Edge.Integration.Tests.Towns;
using Edge.Ledger.Notes;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Integration.Tests.Days;

/// <summary>The whole way with keys and trees other than the usual ones; the usual ones are <see cref="WholeWayTests"/>.</summary>
public sealed class SuiteTests
{
    [Theory]
    [InlineData(KeyType.EcdsaP256, false, "ECDSA P-256")]
    [InlineData(KeyType.Sm2, false, "SM2")]
    [InlineData(KeyType.Sm2, true, "SM2")]
    public Task A_reading_is_sealed_witnessed_receipted_cut_and_verified_in_every_suite(KeyType keys, bool sm3, string shown) => TestTown.PlayAsync(
        async town =>
        {
            var state = await town.Watch.UntilAsync(s => s.Block is not null && s.Anchored > 0 && s.Channels.Values.Any(c => c.Value is not null));
            var channel = state.Channels.First(c => c.Value.Value is not null).Key;
            await town.Watch.CaughtUpAsync();
            await town.Watch.CaughtUpAsync();
            var file = town.File("suite.edge");
            var cut = await ProgramRun.Of(Programs.Gateway, "evidence", "--config", town.City.Folder.GatewayConfiguration, "--channel", channel, "--with-value", "--out", file);
            Assert.True(cut.Code == 0, cut.Said());

            var verified = await ProgramRun.Of(Programs.Verify, file, "--policy", town.City.Folder.Policy, "--lang", "en");

            Assert.True(verified.Code == 0, verified.Said());
            Assert.StartsWith("Valid", verified.Output, StringComparison.Ordinal);
            Assert.Contains($"{town.City.Plan.Origin}; {shown}", verified.Output, StringComparison.Ordinal);
            Assert.Equal(sm3, verified.Output.Contains("SM3", StringComparison.Ordinal));
            Assert.Equal(0, await town.City.Gateway.StopAsync());
            using var log = MerkleLog.Open(town.City.Folder.GatewayStore);
            Assert.Equal(sm3 ? "sm3" : "sha256", log.View.Hasher.Name);
        },
        new TownPlan { LogKeys = keys, BuiltWithSm3 = sm3 });

    [Theory]
    [InlineData("city.example/gw-1", null, KeyType.Ed25519)]
    [InlineData("city.example/gw-1", "ed25519", KeyType.Ed25519)]
    [InlineData("city.example/gw-1", "p256", KeyType.EcdsaP256)]
    [InlineData("city.example/gw-1", "sm2", KeyType.Sm2)]
    [InlineData("city.example/sm3/gw-1", null, KeyType.Sm2)]
    [InlineData("city.example/sm3/gw-1", "sm2", KeyType.Sm2)]
    public async Task A_gateways_key_is_of_the_type_asked_for_or_the_one_its_log_needs(string origin, string? type, KeyType made)
    {
        using var folder = new TemporaryDirectory();
        var run = await ProgramRun.Of(Programs.Gateway, ["keygen", "--origin", origin, "--out", folder.File("key"), .. type is null ? Array.Empty<string>() : ["--type", type]]);

        Assert.True(run.Code == 0, run.Said());
        using var signer = NoteSigner.Parse((await File.ReadAllTextAsync(folder.File("key"))).TrimEnd('\n'));
        Assert.Equal(made, signer.Verifier.Type);
        Assert.Equal($"log {signer.Verifier}\n", run.Output + "\n");
    }

    [Theory]
    [InlineData("ed25519")]
    [InlineData("p256")]
    public async Task A_log_built_with_SM3_gets_no_other_key_than_one_of_SM2(string type)
    {
        using var folder = new TemporaryDirectory();
        var run = await ProgramRun.Of(Programs.Gateway, "keygen", "--origin", "city.example/sm3/gw-1", "--type", type, "--out", folder.File("key"));

        Assert.Equal(2, run.Code);
        Assert.Contains("signed with SM2 only", run.Said(), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("key")));
    }
}
