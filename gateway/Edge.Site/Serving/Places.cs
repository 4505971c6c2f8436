using System.Net;

namespace Edge.Site.Serving;

/// <summary>
/// The connections there may be at the same time, of one network at most half of them. One more takes the place of the one that has been idle longest: of its own
/// network when that has its half, else of the network that has most. Who is being answered stays. From any thread.
/// </summary>
/// <param name="most">Connections.</param>
internal sealed class Places(int most)
{
    private readonly Lock _gate = new();

    /// <summary>The one used longest ago first.</summary>
    private readonly List<Place> _held = [];

    /// <summary>How many are held.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _held.Count;
        }
    }

    /// <summary>Null when there is none.</summary>
    /// <param name="end">Closes the connection at once.</param>
    public Place? Enter(IPAddress from, Action end)
    {
        Place? idle = null;
        var place = new Place(from, end);
        lock (_gate)
        {
            var own = _held.Count(p => p.From.Equals(from));
            if (own >= most / 2 || _held.Count >= most)
            {
                idle = own >= most / 2 ? IdleOf(from) : IdleOfGreediest(own);
                if (idle is null)
                    return null;
                _held.Remove(idle);
            }

            _held.Add(place);
        }

        idle?.End();
        return place;
    }

    public void Leave(Place place)
    {
        lock (_gate)
            _held.Remove(place);
    }

    /// <summary>A request begins.</summary>
    public void Begin(Place place)
    {
        lock (_gate)
            (place.IsBusy, place.HasAsked) = (true, true);
    }

    /// <summary>It is answered.</summary>
    public void Finish(Place place)
    {
        lock (_gate)
        {
            place.IsBusy = false;
            if (_held.Remove(place))
                _held.Add(place);
        }
    }

    private Place? IdleOf(IPAddress network) => _held.FirstOrDefault(p => !p.IsBusy && p.From.Equals(network));

    private Place? IdleOfGreediest(int own) =>
        _held.CountBy(p => p.From).Where(n => n.Value > own).OrderByDescending(n => n.Value).Select(n => IdleOf(n.Key)).FirstOrDefault(p => p is not null);
}
