using Edge.Ledger.Mqtt.Anchoring;

namespace Edge.Ledger.Mqtt.Tests.Anchoring;

public sealed class EdgeTopicTests
{
    [Theory]
    [InlineData("edge/v1/gw-1/anchor", "gw-1", "anchor")]
    [InlineData("edge/v1/water.example/cosignature", "water.example", "cosignature")]
    [InlineData("edge/v1/gw-1/entries", "gw-1", "entries")]
    [InlineData("edge/v1/gw-1/held", "gw-1", "held")]
    public void Reads_what_it_writes(string text, string id, string kind)
    {
        Assert.Equal(new EdgeTopic(id, kind), EdgeTopic.TryParse(text));
        Assert.Equal(text, new EdgeTopic(id, kind).ToString());
    }

    [Theory]
    [InlineData("edge/v1/blocks")]
    [InlineData("edge/v1//anchor")]
    [InlineData("edge/v1/gw-1/readings")]
    [InlineData("edge/v1/gw-1/anchor/x")]
    [InlineData("edge/v2/gw-1/anchor")]
    public void Knows_no_others(string text) => Assert.Null(EdgeTopic.TryParse(text));
}
