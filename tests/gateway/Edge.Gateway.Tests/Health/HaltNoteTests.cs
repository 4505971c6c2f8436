using Edge.Gateway.Anchoring;
using Edge.Ledger.Mqtt.Anchoring;
using Edge.Testing;

namespace Edge.Gateway.Tests.Health;

public sealed class HaltNoteTests : IDisposable
{
    private static readonly Fork Why = new("water", "city.example/water-gw-0001", 1_300_100, 1_300_000);

    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void That_anchoring_stopped_is_known_after_a_restart_until_the_city_accepts()
    {
        Assert.Null(New().Read());

        Assert.True(New().TryWrite(Why));
        Assert.Equal(Why, New().Read());

        New().Clear();
        Assert.Null(New().Read());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"by":"water","origin":"o","si""")]
    public void A_note_that_cannot_be_read_says_nothing(string text)
    {
        New().TryWrite(Why);
        File.WriteAllText(Assert.Single(Directory.GetFiles(_folder.Path)), text);

        Assert.Null(New().Read());
    }

    [Fact]
    public void Where_it_cannot_be_noted_that_is_told_so_that_it_is_tried_again() => Assert.False(new HaltNote(_folder.File("not-there")).TryWrite(Why));

    private HaltNote New() => new(_folder.Path);
}
