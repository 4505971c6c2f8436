using System.Net;
using System.Net.Sockets;

namespace Edge.Site.Access;

/// <summary>
/// Throttles logins: by address, by name, and all together, so that guessing is slow and takes little of the board. Whoever comes from where that name
/// logged in before, or from the board itself, is no stranger: strangers who guess a name keep nobody out who is at home there. From any thread.
/// </summary>
internal sealed class Attempts(TimeProvider time)
{
    /// <summary>Mistakes that one may make at once.</summary>
    public const int AtOnce = 5;

    /// <summary>Who is counted together, so that none of them takes the others' turns.</summary>
    private enum Circle
    {
        Strangers,
        Known,
        Board,
    }

    private const int MostKnown = 512;
    private const int MostRemembered = 1024;

    private readonly Lock _gate = new();
    private readonly AttemptRate<IPAddress> _addresses = new(AtOnce, TimeSpan.FromSeconds(12), MostRemembered, time);
    private readonly AttemptRate<(string Name, IPAddress Address)> _atHome = new(AtOnce, TimeSpan.FromSeconds(12), MostRemembered, time);
    private readonly AttemptRate<string> _names = new(2 * AtOnce, TimeSpan.FromSeconds(12), MostRemembered, time);
    private readonly AttemptRate<Circle> _together = new(4 * AtOnce, TimeSpan.FromSeconds(2), most: 3, time);
    private readonly Queue<(string Name, IPAddress Address)> _known = new();

    /// <summary>Takes an attempt, unless one has to wait; then how long.</summary>
    public TimeSpan Take(string name, IPAddress address)
    {
        var from = Network(address);
        lock (_gate)
        {
            var circle = IPAddress.IsLoopback(from) ? Circle.Board : _known.Contains((name, from)) ? Circle.Known : Circle.Strangers;
            var wait = circle == Circle.Strangers ? Longest(_addresses.Wait(from), _names.Wait(name)) : _atHome.Wait((name, from));
            wait = Longest(wait, _together.Wait(circle));
            if (wait == TimeSpan.Zero)
                Count(circle, name, from);
            return wait;
        }
    }

    /// <summary>It was the right password.</summary>
    public void Succeeded(string name, IPAddress address)
    {
        var from = Network(address);
        lock (_gate)
        {
            _atHome.Forget((name, from));
            if (IPAddress.IsLoopback(from) || _known.Contains((name, from)))
                return;
            _known.Enqueue((name, from));
            if (_known.Count > MostKnown)
                _known.Dequeue();
        }
    }

    private void Count(Circle circle, string name, IPAddress from)
    {
        _together.Count(circle);
        if (circle != Circle.Strangers)
        {
            _atHome.Count((name, from));
            return;
        }

        _addresses.Count(from);
        _names.Count(name);
    }

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>Whoever has an IPv6 address has the other 2^64 of its network as well.</summary>
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
