using Edge.Gateway.Configuration;

namespace Edge.Gateway.Tests.Configuration;

public sealed class CardSectionTests
{
    [Theory]
    [InlineData("{ capacity: 32GB, endurance_cycles: 3000 }", 96e12)]
    [InlineData("{ rated_writes: 1.5TB }", 1.5e12)]
    [InlineData("{ capacity: 1 GiB, endurance_cycles: 1 }", 1_073_741_824)]
    public void What_a_new_card_bears_is_read(string card, double bytes) => Assert.Equal(new CardSettings(bytes), Read(card).Store.Card);

    [Fact]
    public void Without_it_nothing_is_known() => Assert.Null(ConfigurationText.Read(ConfigurationText.Good).Store.Card);

    [Theory]
    [InlineData("{ capacity: big, endurance_cycles: 3000 }", "store.card.capacity: \"big\" is not an amount of data; write a number with kB, MB, GB or TB, for example capacity: 32GB")]
    [InlineData("{ capacity: 1kB, endurance_cycles: 3000 }", "store.card.capacity: 1kB is out of range; write 1 MB to 1000 TB")]
    [InlineData("{ capacity: 32GB, endurance_cycles: 0 }", "store.card.endurance_cycles: 0 is out of range; write 1 to 1000000")]
    [InlineData("{ capacity: 32GB }", "store.card.capacity: write either capacity and endurance_cycles")]
    [InlineData("{ }", "store.card.capacity: write either capacity and endurance_cycles")]
    [InlineData("{ endurance_cycles: 10 }", "store.card.capacity: write either capacity and endurance_cycles")]
    [InlineData("{ capacity: 32GB, endurance_cycles: 3000, rated_writes: 1TB }", "store.card.capacity: write either capacity and endurance_cycles")]
    [InlineData("{ rated_writes: 1TB, colour: red }", "store.card.colour: is not a setting here; known are capacity, endurance_cycles, rated_writes")]
    [InlineData("industrial", "store.card: must be a mapping of names to values")]
    public void What_is_wrong_is_said_with_what_to_write(string card, string why) =>
        Assert.Contains($"/etc/edge/gateway.yaml:6: {why}", Assert.Single(ConfigurationText.Problems(Text(card))), StringComparison.Ordinal);

    private static GatewayConfiguration Read(string card) => ConfigurationText.Read(Text(card));

    private static string Text(string card) => ConfigurationText.With("commit_age: 500ms", $"commit_age: 500ms, card: {card}");
}
