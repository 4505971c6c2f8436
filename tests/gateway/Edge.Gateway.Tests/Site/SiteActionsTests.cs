using Edge.Gateway.Health;
using Edge.Gateway.Pipeline;
using Edge.Gateway.Site;
using Edge.Gateway.Tests.Pipeline;
using Edge.Ledger.Entries;
using Edge.Ledger.Text;
using Edge.Store.Log;
using Edge.Testing;

namespace Edge.Gateway.Tests.Site;

/// <summary>What people do over the site page stands in the log in sentences.</summary>
public sealed class SiteActionsTests
{
    [Fact]
    public async Task An_acknowledged_alarm_is_told_with_its_own_words_who_and_the_note()
    {
        using var rig = new WriterRig();
        rig.Put(WriterRig.Ph, 9);
        rig.Writer.Tick();
        var requests = new WriterRequests(rig.Log);
        using var actions = new GatewaySiteActions(rig.Configuration, rig.Status, requests, TimeProvider.System);

        var entering = actions.AcknowledgeAsync("ph", "pump checked", "Li Wei (operator, site page)", CancellationToken.None);
        requests.Serve(rig.Writer);
        await entering;

        var told = rig.Entries().OfType<EventEntry>().Last(e => e.Event == EntryKind.Maintenance);
        Assert.Equal(("ph", "alarm acknowledged: 9.00 pH is above the limit 8.5 pH; pump checked", "Li Wei (operator, site page)"), (told.Subject, told.Text, told.Who));
        Assert.Equal("已确认告警：9.00 pH，高于上限 8.5 pH；pump checked", ChineseEventText.Of(told.Text));
        Assert.Equal("Li Wei (operator, site page)", rig.Status.Alarms()[0]?.Acknowledged?.Who);
        Assert.Null(await actions.AcknowledgeAsync("flow", "", "Li Wei", CancellationToken.None));
    }

    [Fact]
    public async Task Of_two_who_see_the_same_damage_at_once_one_is_entered_and_the_other_told_that_nothing_waits()
    {
        using var rig = new WriterRig();
        new DamageNote(rig.Configuration.Store.Folder, TimeProvider.System).Look([new StoreDamage(3, 2, "a page", null)]);
        var requests = new WriterRequests(rig.Log);
        using var actions = new GatewaySiteActions(rig.Configuration, rig.Status, requests, TimeProvider.System);

        var seeing = Task.WhenAll(Enumerable.Range(0, 2).Select(i => actions.SeeDamageAsync("", $"technician {i}", CancellationToken.None)));
        await Eventually.True(() =>
        {
            requests.Serve(rig.Writer);
            return seeing.IsCompleted;
        });

        Assert.Single(await seeing, index => index is null);
        Assert.Single(rig.Entries().OfType<EventEntry>(), e => e.Text.StartsWith("damage seen to: 1 found", StringComparison.Ordinal));
    }
}
