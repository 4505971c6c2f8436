using Edge.Ledger.Mqtt.Links;
using Edge.Testing;
using System.Text;

namespace Edge.Sparkplug.Tests.Nodes;

/// <summary>A node that has a primary host.</summary>
public sealed class PrimaryHostTests : IAsyncLifetime
{
    private readonly NodeRig _rig = new(NodeRig.Options with { PrimaryHost = "scada" });

    public Task InitializeAsync() => _rig.InitializeAsync();

    public Task DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Nothing_is_told_before_it_says_that_it_is_online_and_what_was_measured_until_then_is_history()
    {
        _rig.Start();
        await SaidAsync("242 ");
        _rig.Log.Add("water.tap.ph");
        await StateAsync("other", """{"online":true,"timestamp":5}""");
        await StateAsync("scada", """{"online":false,"timestamp":5}""");
        await StateAsync("scada", "ONLINE");
        await SaidAsync("246 Sparkplug: a message on spBv1.0/STATE/scada was not understood");
        Assert.Empty(_rig.Host.All);

        await StateAsync("scada", """{"online":true,"timestamp":6}""");
        await _rig.Host.UntilAsync(h => h.Values.Any());

        Assert.Equal(["NBIRTH", "DBIRTH", "DBIRTH", "DDATA"], _rig.Host.All.Select(t => t.Kind));
        Assert.True(_rig.Host.Values.Single().IsHistorical);
    }

    [Fact]
    public async Task When_it_goes_the_node_dies_and_comes_back_with_it_under_another_number()
    {
        await StateAsync("scada", """{"online":true,"timestamp":10}""");
        await _rig.StartBornAsync();
        // A late will of an earlier session of the host.
        await StateAsync("scada", """{"online":false,"timestamp":9}""");
        _rig.Log.Add("water.tap.ph");
        await _rig.Host.UntilAsync(h => h.Values.Any());
        Assert.Empty(_rig.Host.Of("NDEATH"));

        await StateAsync("scada", """{"online":false,"timestamp":10}""");
        await _rig.Host.UntilAsync(h => h.Of("NDEATH").Any());
        await SaidAsync("242 ");
        _rig.Log.Add("water.tap.ph");
        Assert.Single(_rig.Host.Of("NBIRTH"));
        await StateAsync("scada", """{"online":true,"timestamp":11}""");
        await _rig.Host.UntilAsync(h => h.Values.Count() == 2);

        Assert.Equal(0ul, _rig.Host.Of("NDEATH").First().Session);
        Assert.True(_rig.Host.Of("NBIRTH").Last().Session > 0);
        Assert.Equal([false, true], _rig.Host.Values.Select(v => v.IsHistorical));
    }

    private Task<PublishResult> StateAsync(string host, string state) => _rig.Host.Link.PublishAsync($"spBv1.0/STATE/{host}", Encoding.UTF8.GetBytes(state), retain: true, default);

    private Task SaidAsync(string line) => Eventually.True(() => _rig.Lines.Any(l => l.StartsWith(line, StringComparison.Ordinal)));
}
