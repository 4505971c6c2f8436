using Edge.Gateway.Health;

namespace Edge.Gateway.Tests.Faults;

/// <summary>What is damaged is told by <c>edge status</c> until somebody has seen to it: before a start, after it, and after the next.</summary>
public sealed class DamageToldTests
{
    [Fact]
    public async Task Damage_is_told_over_restarts_until_somebody_says_to_have_seen_to_it_and_nothing_is_deleted()
    {
        await using var gateway = new LoneGateway();
        gateway.Start();
        await gateway.UntilAsync(h => h.Size > 40);
        await gateway.StopAsync();
        Assert.Matches("Checked +the tree is the one that was signed last, and all [0-9]+ entries held are what was logged", Unfolded((await gateway.AskAsync("status")).Said));
        gateway.Damage(frames => frames[frames.Count / 2]);

        var stopped = await gateway.AskAsync("status");
        Assert.StartsWith("Not running; the log needs you.\n", stopped.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Checked", stopped.Said, StringComparison.Ordinal);
        var damage = await gateway.AskAsync("damage");
        Assert.Equal(1, damage.Code);
        Assert.Matches("[0-9]+ entries, the first of them [0-9]+, are not what was logged", damage.Said);
        Assert.DoesNotContain("Nothing was found", damage.Said, StringComparison.Ordinal);

        gateway.Start();
        var told = await gateway.UntilAsync(h => h.Needs.Contains(Need.StoreDamaged));
        Assert.Single(told.Damage);
        await gateway.StopAsync();
        Assert.Contains("are not what was written. Lost: the entries", Unfolded((await gateway.AskAsync("status")).Said), StringComparison.Ordinal);

        gateway.Start();
        Assert.Equal(told.Damage, (await gateway.UntilAsync(h => h.Needs.Contains(Need.StoreDamaged))).Damage);
        var before = Directory.GetFiles(Path.Combine(gateway.Store, "quarantine")).Length;
        Assert.Equal(1, (await gateway.AskAsync("damage")).Code);
        Assert.Equal(0, (await gateway.AskAsync("damage", "--seen")).Code);
        await gateway.UntilAsync(h => !h.Needs.Contains(Need.StoreDamaged));
        Assert.Equal(before, Directory.GetFiles(Path.Combine(gateway.Store, "quarantine")).Length);
        Assert.Equal((0, "Nothing was found damaged that nobody has seen to."), await gateway.AskAsync("damage"));
        await gateway.StopAsync();

        gateway.Start();
        await gateway.GoesOnAsync();
        Assert.DoesNotContain(Need.StoreDamaged, (await gateway.UntilAsync(_ => true)).Needs);
        await gateway.StopAsync();
    }

    [Fact]
    public async Task A_log_that_is_gone_although_its_key_has_signed_it_is_not_called_a_new_one()
    {
        await using var gateway = new LoneGateway();
        Assert.StartsWith("Not running, and there is no log yet.\n", (await gateway.AskAsync("status")).Said, StringComparison.Ordinal);
        gateway.Start();
        await gateway.UntilAsync(h => h.Sealed > 0);
        await gateway.StopAsync();

        Directory.Delete(gateway.Store, recursive: true);

        var gone = await gateway.AskAsync("status");
        Assert.Equal(3, gone.Code);
        Assert.StartsWith("Not running, and its log is gone.\n", gone.Said, StringComparison.Ordinal);
        Assert.Contains("has signed one: it is gone, or lies elsewhere.", Unfolded(gone.Said), StringComparison.Ordinal);
    }

    private static string Unfolded(string page) => string.Join(' ', page.Split('\n').Select(l => l.Trim()));
}
