using System.Device.Gpio;
using Edge.Sensors.Buses;
using Edge.Sensors.Stacks;
using Edge.Simulators.Clocks;

namespace Edge.Sensors.Tests.Stacks.Buses;

/// <summary>What the package says of a line, as the port says it.</summary>
public sealed class GpiodLineTests : IDisposable
{
    private const bool Rise = true, Fall = false;
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);

    private readonly SimulatedClock _clock = new();
    private readonly List<PackageChip> _opened = [];
    private GpiodLine _line;
    private bool _isThere = true;

    public GpiodLineTests() => _line = Request(new LineSetup());

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();

    [Fact]
    public void Edges_that_follow_each_other_are_numbered_and_of_one_generation()
    {
        Tell(Rise, Fall, Rise, Fall, Rise);
        Assert.Equal([(1u, 1, Rise), (2u, 1, Rise), (3u, 1, Rise)], Edges());
    }

    [Fact]
    public void Falling_edges_are_handed_on_where_they_are_wanted()
    {
        _line.Dispose();
        _line = Request(new LineSetup(FallingToo: true));
        Tell(Fall, Rise, Fall);
        Assert.Equal([(1u, 1, Fall), (2u, 1, Rise), (3u, 1, Fall)], Edges());
    }

    [Fact]
    public void Two_rising_edges_in_turn_begin_a_new_generation()
    {
        Tell(Rise, Fall, Rise, Rise, Fall, Rise);
        Assert.Equal([(1u, 1, Rise), (2u, 1, Rise), (3u, 2, Rise), (4u, 2, Rise)], Edges());
    }

    [Fact]
    public void A_rising_edge_that_is_missing_shows_also_where_falling_ones_are_not_wanted()
    {
        Tell(Rise, Fall, Fall, Rise);
        Assert.Equal([(1u, 1, Rise), (2u, 2, Rise)], Edges());
    }

    [Fact]
    public void A_chip_that_is_taken_away_is_told_let_go_of_and_its_line_is_requested_again_when_it_is_back()
    {
        Tell(Rise);
        var told = 0;
        _line.Woken = () => told++;
        TakeAway();
        _clock.Advance(LongestLook);
        Assert.Equal((GpioLineState.Removed, 1), (_line.State, told));
        Assert.Contains("was removed", _line.Trouble, StringComparison.Ordinal);
        Assert.True(_opened.Single().IsDisposed);
        Assert.False(_line.TryReadLevel(out _));

        _clock.Advance(LongestLook);
        Assert.Equal((GpioLineState.Removed, "not there"), (_line.State, _line.Trouble));

        _isThere = true;
        _clock.Advance(LongestLook);
        Assert.Equal((GpioLineState.Present, null, 2), (_line.State, _line.Trouble, _opened.Count));
        Assert.True(_line.TryReadLevel(out _));
        Tell(Rise);
        Assert.Equal([(1u, 1, Rise), (2u, 2, Rise)], Edges());
    }

    [Fact]
    public void A_line_whose_chip_has_just_been_taken_away_can_be_ended()
    {
        TakeAway();
        _line.Dispose();
        Assert.True(_opened.Single().IsDisposed);
    }

    private GpiodLine Request(LineSetup setup) => new("chip", 0, setup, _clock, Open);

    private GpioDriver? Open(string label, out string trouble)
    {
        trouble = "not there";
        if (!_isThere)
            return null;
        _opened.Add(new PackageChip());
        return _opened[^1];
    }

    private void TakeAway() => (_isThere, _opened[^1].IsGone) = (false, true);

    private void Tell(params bool[] edges) => Array.ForEach(edges, _opened[^1].Tell);

    private IEnumerable<(uint Sequence, int Generation, bool Rising)> Edges()
    {
        var edges = new GpioEdge[16];
        return [.. edges.Take(_line.Read(edges)).Select(e => (e.Sequence, (int)e.Generation, e.Rising))];
    }
}
