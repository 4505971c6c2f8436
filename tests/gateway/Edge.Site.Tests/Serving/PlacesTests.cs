using System.Net;
using Edge.Site.Serving;

namespace Edge.Site.Tests.Serving;

public sealed class PlacesTests
{
    private static readonly IPAddress Greedy = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Other = IPAddress.Parse("192.0.2.2");

    private readonly Places _places = new(8);
    private readonly List<int> _ended = [];

    [Fact]
    public void One_network_has_half_of_them_and_its_next_takes_the_place_of_its_own_that_is_idle_longest()
    {
        var held = Enumerable.Range(0, 4).Select(i => Enter(Greedy, i)!).ToList();
        _places.Begin(held[0]);
        _places.Begin(held[1]);
        _places.Finish(held[1]);

        Assert.NotNull(Enter(Greedy, 4));
        Assert.NotNull(Enter(Greedy, 5));
        Assert.NotNull(Enter(Greedy, 6));

        Assert.Equal([2, 3, 1], _ended);
        Assert.Equal(4, _places.Count);
    }

    [Fact]
    public void Who_is_being_answered_stays_and_one_more_is_sent_away()
    {
        foreach (var place in Enumerable.Range(0, 4).Select(i => Enter(Greedy, i)!))
            _places.Begin(place);

        Assert.Null(Enter(Greedy, 4));
        Assert.Empty(_ended);
        Assert.NotNull(Enter(Other, 5));
    }

    [Fact]
    public void When_all_are_held_whoever_has_most_gives_one_up()
    {
        var networks = new[] { Greedy, Greedy, Greedy, Greedy, Other, Other, Other, IPAddress.Parse("192.0.2.3") };
        var held = networks.Select((n, i) => Enter(n, i)!).ToList();

        Assert.NotNull(Enter(IPAddress.Parse("192.0.2.4"), 8));
        Assert.Equal([0], _ended);
        _places.Leave(held[4]);
        Assert.NotNull(Enter(Other, 9));
        Assert.Equal([0], _ended);
    }

    private Place? Enter(IPAddress from, int number) => _places.Enter(from, () => _ended.Add(number));
}
