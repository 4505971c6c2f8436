using Edge.Ledger.Entries;
using Edge.Sparkplug.Devices;
using Edge.Sparkplug.Payloads;
using Edge.Sparkplug.Sessions;
using Edge.Testing;
using Google.Protobuf;

namespace Edge.Sparkplug.Tests.Payloads;

/// <summary>Messages byte by byte as sparkplug-payload makes them: vectors.txt is what tests/interop/node/sparkplug-vectors.js prints, which Edge.Interop.Tests checks.</summary>
public sealed class PayloadVectorTests
{
    private const ulong Now = 1764350000123, Measured = 1764349999500;

    private static readonly Dictionary<string, string> Vectors = File.ReadLines(Path.Combine(Programs.RepositoryRoot, "tests/gateway/Edge.Sparkplug.Tests/Payloads/vectors.txt"))
        .Select(line => line.Split(": ")).ToDictionary(parts => parts[0], parts => parts[1]);

    private readonly NodeDevice _device = new(new SparkplugDevice("i2c-1.0x63", [new("water.tap.temperature", "°C"), new("water.tap.ph", "")]), firstAlias: 2);

    [Fact]
    public void The_birth_of_a_node() => Same("node birth", NodeMessages.Birth(255, [("Node Info/Log", "city.example/gw-1")], Now), 0);

    [Fact]
    public void The_death_of_a_node() => Same("node death", NodeMessages.Death(0, Now), null);

    [Fact]
    public void The_birth_of_a_device_of_which_one_channel_was_read_and_the_other_never()
    {
        _device.Channels[0].Newest = Good(300, 12.5);

        Same("device birth", new Payload { Metrics = { _device.Channels.Select(c => Metrics.Birth(c, startedAt: 300, Now)) } }, 1);
    }

    [Fact]
    public void Data_good_doubted_and_absent()
    {
        var data = new Payload
        {
            Metrics =
            {
                Metrics.Data(_device.Channels[0], Good(1UL << 32, -0.25), isHistorical: false),
                Metrics.Data(_device.Channels[0], new NodeReading((1UL << 32) + 1, 85, Quality.Uncertain, Reason.RateOfChange, Measured, true), isHistorical: false),
                Metrics.Data(_device.Channels[1], new NodeReading((1UL << 32) + 2, null, Quality.Bad, Reason.NoAnswer, Measured, false), isHistorical: false),
            },
        };

        Same("device data", data, 255);
    }

    [Fact]
    public void Data_that_had_to_wait() => Same("device history", new Payload { Metrics = { Metrics.Data(_device.Channels[0], Good(7, 0), isHistorical: true) } }, 2);

    [Fact]
    public void The_death_of_a_device() => Same("device death", new Payload(), 3);

    [Fact]
    public void A_birth_is_asked_for_by_true_and_by_that_name_alone()
    {
        Assert.True(RebirthRequest.IsIn(Convert.FromHexString(Vectors["rebirth command"])));
        Assert.False(RebirthRequest.IsIn(Convert.FromHexString(Vectors["another command"])));
        Assert.False(RebirthRequest.IsIn([]));
        Assert.Throws<InvalidProtocolBufferException>(() => RebirthRequest.IsIn("not a payload"u8));
    }

    [Fact]
    public void What_was_read_before_this_run_is_stale_and_keeps_its_value()
    {
        _device.Channels[0].Newest = Good(299, 12.5);

        var metric = Metrics.Birth(_device.Channels[0], startedAt: 300, Now);

        Assert.Equal((500u, 12.5, Measured), (metric.Properties.Values[metric.Properties.Keys.IndexOf("Quality")].IntValue, metric.DoubleValue, metric.Timestamp));
    }

    private static NodeReading Good(ulong index, double value) => new(index, value, Quality.Good, Reason.None, Measured, true);

    private static void Same(string vector, Payload payload, ulong? seq)
    {
        payload.Timestamp = Now;
        if (seq is { } number)
            payload.Seq = number;
        Assert.Equal(Vectors[vector], Convert.ToHexStringLower(payload.ToByteArray()));
    }
}
