using System.Text.Json;
using Edge.Gateway.Health;
using static Edge.Gateway.Tests.Health.Healths;

namespace Edge.Gateway.Tests.Health;

public sealed class GatewayHealthTests
{
    [Fact]
    public void Room_is_what_is_free_or_what_the_budget_leaves_whichever_ends_first()
    {
        var none = Well with { Anchored = 0 };
        Assert.Equal(21_300_000_000 / 51_000_000.0, none.RoomDays);
        Assert.Equal(2, (none with { BudgetBytes = 242_000_000 }).RoomDays);
        Assert.Equal(0, (none with { BudgetBytes = 1 }).RoomDays);
        Assert.Equal(21_300_000_000 / 51_000_000.0, (none with { BudgetBytes = long.MaxValue }).RoomDays);
        Assert.Equal(1, (none with { RoomLeftBytes = 51_000_000 }).RoomDays);
    }

    [Fact]
    public void What_the_city_holds_makes_room_but_not_hashes_and_index()
    {
        var full = Well with { RoomLeftBytes = 0, LastingBytes = 38_000_000, Anchored = 650_000 };
        Assert.Equal(1, full.RoomDays);
        Assert.Equal(0, (full with { Oldest = 650_000 }).RoomDays);
        Assert.Equal(2, (full with { Anchored = 1_300_000 }).RoomDays);
    }

    [Fact]
    public void Nothing_is_invented_where_nothing_is_known()
    {
        Assert.Null((Well with { StoreBytesPerDay = null }).RoomDays);
        Assert.Null((Well with { StoreBytesPerDay = 0 }).RoomDays);
        Assert.Null((Well with { FreeBytes = null }).RoomDays);
        Assert.Null((Well with { CardRatedBytes = null }).CardLifeDays);
        Assert.Null((Well with { WrittenBytesPerDay = null }).CardLifeDays);
        Assert.DoesNotContain("card_life_days", HealthJson.Write(Well with { CardRatedBytes = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_lasts_what_it_bears_through_what_is_written() => Assert.Equal(96e12 / 310e6, Well.CardLifeDays);

    [Fact]
    public void What_is_not_anchored_is_buffered_sealed_or_not() => Assert.Equal(100UL, Well.Buffered);

    [Fact]
    public void The_json_is_one_line_of_snake_case_that_can_be_read_back()
    {
        foreach (var health in All)
        {
            var text = HealthJson.Write(health);

            Assert.DoesNotContain('\n', text);
            Assert.Equal(text, HealthJson.Write(HealthJson.Read(text)!));
            using var parsed = JsonDocument.Parse(text);
            Assert.All(parsed.RootElement.EnumerateObject(), p => Assert.Matches("^[a-z]+(_[a-z]+)*$", p.Name));
        }
    }

    [Fact]
    public void The_answers_are_in_the_json()
    {
        using var json = JsonDocument.Parse(HealthJson.Write(Refused));

        Assert.Equal(("not_stored", "yes", "store_refuses"), (
            json.RootElement.GetProperty("measuring").GetString(), json.RootElement.GetProperty("proving").GetString(), json.RootElement.GetProperty("needs")[0].GetString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("{}")]
    [InlineData("{\"version\":0}")]
    [InlineData("[1]")]
    [InlineData("null")]
    public void What_is_no_gateways_health_is_not_read(string text) => Assert.Null(HealthJson.Read(text));
}
