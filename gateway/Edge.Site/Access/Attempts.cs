using System.Net;
using Edge.Site.Serving;

namespace Edge.Site.Access;

/// <summary>
/// Throttles logins, so that guessing is slow and takes little of the board. From elsewhere: by address, by name, and all together; whoever comes from where that name
/// logged in before is counted apart, so that strangers keep nobody out who is at home there. On the board itself they wait in line, each name in its own, and nobody is
/// kept out for longer than that takes. The right password costs nothing; names that nobody has take nothing from those that somebody has. From any thread.
/// </summary>
internal sealed class Attempts(TimeProvider time)
{
    /// <summary>Mistakes that one may make at once.</summary>
    public const int AtOnce = 5;

    /// <summary>How long one waits in line on the board at most: a page waits for an answer no longer than 15 s.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int MostKnown = 512;
    private const int MostRemembered = 1024;

    private static readonly TimeSpan OfNameOnBoard = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly AttemptRate<IPAddress> _addresses = new(AtOnce, Slow, MostRemembered, time);
    private readonly AttemptRate<(string Name, IPAddress Address)> _atHome = new(AtOnce, Slow, MostRemembered, time);
    private readonly AttemptRate<string> _names = new(2 * AtOnce, Slow, MostRemembered, time);
    private readonly AttemptRate<string> _nobodysNames = new(2 * AtOnce, Slow, MostRemembered, time);
    private readonly AttemptRate<Circle> _together = new(4 * AtOnce, Together, most: 2, time);
    private readonly Pace<string> _onBoard = new(2 * AtOnce, OfNameOnBoard / 2, Patience, time);
    private readonly Pace<string> _nobodysOnBoard = new(2 * AtOnce, OfNameOnBoard / 2, Patience, time);
    private readonly Queue<(string Name, IPAddress Address)> _known = new();

    /// <summary>Takes an attempt once it is its turn.</summary>
    /// <param name="isNobodys">There is no account of that name.</param>
    /// <exception cref="OperationCanceledException">Whoever waited has gone.</exception>
    public async Task<Attempt> TakeAsync(string name, bool isNobodys, IPAddress address, CancellationToken cancellationToken)
    {
        var from = ClientNetwork.Of(address);
        if (!IPAddress.IsLoopback(from))
            return Take(name, isNobodys, from);
        var isTaken = await (isNobodys ? _nobodysOnBoard : _onBoard).WaitAsync(name, cancellationToken);
        return new Attempt(name, from, Circle.Board, isTaken ? TimeSpan.Zero : Patience);
    }

    /// <summary>It was the right password.</summary>
    public void Succeeded(Attempt attempt)
    {
        var (name, from) = (attempt.Name, attempt.From);
        if (attempt.Circle == Circle.Board)
        {
            _onBoard.Return(name);
            return;
        }

        lock (_gate)
        {
            _together.Return(attempt.Circle);
            if (attempt.Circle == Circle.Strangers)
            {
                _addresses.Return(from);
                _names.Return(name);
            }

            _atHome.Forget((name, from));
            if (_known.Contains((name, from)))
                return;
            _known.Enqueue((name, from));
            if (_known.Count > MostKnown)
                _known.Dequeue();
        }
    }

    private Attempt Take(string name, bool isNobodys, IPAddress from)
    {
        lock (_gate)
        {
            var circle = _known.Contains((name, from)) ? Circle.Known : Circle.Strangers;
            var names = isNobodys ? _nobodysNames : _names;
            var wait = circle == Circle.Known ? _atHome.Wait((name, from)) : Longest(_addresses.Wait(from), names.Wait(name));
            // A name that nobody has costs no check.
            wait = isNobodys ? wait : Longest(wait, _together.Wait(circle));
            if (wait == TimeSpan.Zero)
                Count(circle, names, isNobodys, name, from);
            return new Attempt(name, from, circle, wait);
        }
    }

    private void Count(Circle circle, AttemptRate<string> names, bool isNobodys, string name, IPAddress from)
    {
        if (!isNobodys)
            _together.Count(circle);
        if (circle == Circle.Known)
        {
            _atHome.Count((name, from));
            return;
        }

        _addresses.Count(from);
        names.Count(name);
    }

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
