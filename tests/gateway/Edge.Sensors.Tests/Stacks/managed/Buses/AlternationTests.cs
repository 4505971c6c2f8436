using Edge.Sensors.Stacks;

namespace Edge.Sensors.Tests.Stacks.Buses;

/// <summary>What a line's edges tell of those that were lost.</summary>
public sealed class AlternationTests
{
    [Fact]
    public void Edges_that_follow_each_other_are_whole_whichever_comes_first()
    {
        foreach (var first in new[] { true, false })
        {
            var alternation = new Alternation();
            Assert.All(Enumerable.Range(0, 100), i => Assert.False(alternation.IsBrokenBy(first ^ i % 2 == 1)));
        }
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(7, true)]
    public void An_odd_number_that_is_missing_shows_once(int missing, bool shows)
    {
        var alternation = new Alternation();
        bool[] edges = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0)];

        var broken = edges.Take(10).Concat(edges.Skip(10 + missing)).Count(edge => alternation.IsBrokenBy(edge));

        Assert.Equal(shows ? 1 : 0, broken);
    }
}
