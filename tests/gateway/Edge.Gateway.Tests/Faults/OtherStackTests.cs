using System.Text.Json;
using Edge.Gateway.Health;
using Edge.Gateway.Opening;
using Edge.Gateway.Tests.Consequences;
using Edge.Gateway.Tests.Stacks;
using Edge.Ledger.Entries;

namespace Edge.Gateway.Tests.Faults;

/// <summary>A log that the other stack's program keeps: every command says so and none offers what would fail; after the change the gateway goes on, and blames no card.</summary>
public sealed class OtherStackTests
{
    private static readonly string Refusal = $"index.db was kept by a program of the stack {OtherIndex.Stack}, and this one is built on ";

    [Fact]
    public async Task Every_command_refuses_it_alike_and_gives_no_figure_that_it_has_not_measured()
    {
        await using var gateway = await StoppedAsync();
        Replace(gateway.Store, OtherIndex.Bytes);

        var damage = await gateway.AskAsync("damage");
        Assert.Equal(1, damage.Code);
        Assert.Contains(Refusal, damage.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was found", damage.Said, StringComparison.Ordinal);
        Assert.Equal(damage, await gateway.AskAsync("damage", "--seen"));

        var status = Unfolded((await gateway.AskAsync("status")).Said);
        Assert.StartsWith("Not running; its log is the other stack's.", status, StringComparison.Ordinal);
        Assert.Contains(Refusal, status, StringComparison.Ordinal);
        Assert.DoesNotContain("Start it", status, StringComparison.Ordinal);
        var json = JsonDocument.Parse((await gateway.AskAsync("status", "--json")).Said).RootElement;
        Assert.Equal("other_stack", json.GetProperty("fault").GetString());
        Assert.All(["size", "oldest", "sealed", "anchored", "buffered", "checked", "damaged"], name => Assert.False(json.TryGetProperty(name, out _), name));

        var doctor = Unfolded((await gateway.AskAsync("doctor")).Said);
        Assert.Contains(Refusal, doctor, StringComparison.Ordinal);
        Assert.Contains("This gateway does not start on that log", doctor, StringComparison.Ordinal);
        Assert.DoesNotContain("Start the gateway", doctor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_of_its_configuration_says_it_and_ends_with_one()
    {
        using var site = new CheckedSite();
        var log = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(site.KeyPath)!, "data/edge-log"));
        File.WriteAllBytes(Path.Combine(log.FullName, "index.db"), OtherIndex.Bytes);

        var (code, said) = await site.CheckAsync("en", "--json");

        Assert.Equal(1, code);
        Assert.Contains(JsonDocument.Parse(said).RootElement.GetProperty("warnings").EnumerateArray(), w => w.GetProperty("message").GetString()!.Contains(Refusal, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_index_that_was_moved_away_is_told_as_that_until_somebody_has_seen_to_it_and_the_card_is_not_blamed()
    {
        await using var gateway = await StoppedAsync();
        Replace(gateway.Store, null);

        gateway.Start();
        var told = await gateway.UntilAsync(h => h.Needs.Contains(Need.StoreDamaged));
        Assert.True(Assert.Single(told.Damage).ByHand);
        await gateway.LogAsync("[27]");
        Assert.DoesNotContain(gateway.Process.Error.All, line => line.Contains("was damaged", StringComparison.Ordinal));
        var status = Unfolded((await gateway.AskAsync("status")).Said);
        Assert.Contains("needs you: a removed file", status, StringComparison.Ordinal);
        Assert.Contains("somebody has removed it, to change the stack perhaps", status, StringComparison.Ordinal);
        Assert.DoesNotContain("the card: it will", status, StringComparison.Ordinal);
        Assert.Equal(0, (await gateway.AskAsync("damage", "--seen")).Code);
        await gateway.UntilAsync(h => !h.Needs.Contains(Need.StoreDamaged));
        await gateway.StopAsync();
    }

    [Fact]
    public async Task The_log_says_of_each_start_which_stack_measured()
    {
        await using var gateway = await StoppedAsync();

        Assert.Equal(OtherIndex.OwnSoftware, Assert.Single(gateway.Entries().OfType<BootEntry>()).Software);
    }

    [Theory]
    [InlineData("0.1.0", "0.1.0")]
    [InlineData("0.1.0+0123456789abcdef0123456789abcdef01234567", "0.1.0")]
    [InlineData("0.1.0+managed", "0.1.0+managed")]
    [InlineData("0.1.0-rc.1+managed.0123456789abcdef0123456789abcdef01234567", "0.1.0-rc.1+managed")]
    public void Of_a_version_the_commit_alone_is_left_out(string version, string left) => Assert.Equal(left, ProgramVersion.WithoutCommit(version));

    private static async Task<LoneGateway> StoppedAsync()
    {
        var gateway = new LoneGateway();
        gateway.Start();
        await gateway.UntilAsync(h => h.Sealed > 0);
        await gateway.StopAsync();
        return gateway;
    }

    private static void Replace(string log, byte[]? index)
    {
        foreach (var file in Directory.GetFiles(log, "index.db*"))
            File.Delete(file);
        if (index is not null)
            File.WriteAllBytes(Path.Combine(log, "index.db"), index);
    }

    private static string Unfolded(string page) => string.Join(' ', page.Split('\n').Select(l => l.Trim()));
}
