using System.Globalization;
using Edge.Testing;

namespace Edge.Sparkplug.Tests.Nodes;

/// <summary>Many messages of many devices, and restarts among them.</summary>
public sealed class SequenceTests : IAsyncLifetime
{
    private const int Messages = 10_000, Restarts = 5, Devices = 80, Readings = 16_000;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly NodeRig _rig = new(NodeRig.Options with
    {
        Devices = [.. Enumerable.Range(0, Devices).Select(i => new SparkplugDevice(Name(i), [new SparkplugChannel(Name(i), "")]))],
    });

    public Task InitializeAsync() => _rig.InitializeAsync();

    public Task DisposeAsync() => _rig.DisposeAsync();

    [NpmHostFact]
    public async Task No_rule_is_broken_for_another_implementation_over_10_000_messages_with_restarts()
    {
        await using var host = await SparkplugHost.StartAsync(_rig.Broker);

        await TellAsync();

        await host.UntilAsync(h => h.Told.Count == _rig.Host.Count, Limit);
        Assert.Empty(host.Wrong);
        Assert.True(host.Told.Count > Messages, $"{host.Told.Count} messages");
    }

    [Fact]
    public async Task Sequence_numbers_hold_over_10_000_messages_with_restarts_and_no_reading_is_left_out()
    {
        await TellAsync();

        var (told, expected) = (_rig.Host.All, 0ul);
        Assert.True(told.Count > Messages, $"{told.Count} messages");
        foreach (var message in told.Where(t => t.Kind != "NDEATH"))
        {
            expected = message.Kind == "NBIRTH" ? 0 : expected;
            Assert.Equal(expected, message.Seq);
            expected = (expected + 1) % 256;
        }

        Assert.Equal(Enumerable.Range(0, Restarts + 2).Select(i => (ulong)i), _rig.Host.Of("NBIRTH").Select(t => t.Session!.Value));
        Assert.All(_rig.Host.Values, v => Assert.Equal(v.Entry < Readings, v.IsHistorical));
    }

    /// <summary>A long history and what is live, told in several runs.</summary>
    private async Task TellAsync()
    {
        await _rig.StartBornAsync();
        await _rig.StopAsync();
        for (var i = 0; i < Readings; i++)
            _rig.Log.Add(Name(i % Devices));
        for (var run = 1; run <= Restarts; run++)
        {
            await _rig.StartBornAsync();
            _rig.Log.Add(Name(0));
            await _rig.Host.UntilAsync(h => h.Count > Messages * run / Restarts, Limit);
            await _rig.StopAsync();
        }

        await _rig.StartBornAsync();
        await _rig.Host.UntilAsync(h => h.Entries == Readings + Restarts, Limit);
    }

    /// <summary>As long as names may be: then a bundle of entries has about one of each device.</summary>
    private static string Name(int device) => device.ToString(CultureInfo.InvariantCulture).PadLeft(64, 'c');
}
