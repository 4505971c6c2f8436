namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>Sees to it that a link is not silent for longer than was agreed (MQTT 5 section 3.1.2.10), and that a broker which is, or takes nothing more, does not go unseen.</summary>
/// <param name="clock">Measures it.</param>
/// <param name="keepAlive">Longest silence from this side.</param>
internal sealed class Silence(TimeProvider clock, TimeSpan keepAlive)
{
    private const long NotSending = -1;

    private TimeSpan _keepAlive = keepAlive;
    private long _begun = clock.GetTimestamp();
    private long _sent = clock.GetTimestamp();
    private long _heard = clock.GetTimestamp();
    private long _pinged = clock.GetTimestamp();
    private long _due = clock.GetTimestamp();
    private long _sending = NotSending;

    /// <summary>A silence of the broker after which the link counts as lost, if half a keep alive of it was there to answer a ping.</summary>
    private TimeSpan Longest => _keepAlive * 1.5;

    /// <summary>The broker wants another silence. A longer one is not used: it would hide that the broker is gone.</summary>
    public void Agree(TimeSpan wanted) => _keepAlive = wanted < _keepAlive ? wanted : _keepAlive;

    /// <summary>Bytes are handed to the operating system.</summary>
    public void Sending()
    {
        _begun = clock.GetTimestamp();
        Volatile.Write(ref _sending, _begun);
    }

    /// <summary>It has them.</summary>
    public void Sent()
    {
        Volatile.Write(ref _sent, clock.GetTimestamp());
        Volatile.Write(ref _sending, NotSending);
    }

    /// <summary>What it has now was a ping.</summary>
    public void Pinged()
    {
        if (!IsAsked)
            Volatile.Write(ref _pinged, _begun);
    }

    /// <summary>Bytes came.</summary>
    public void Heard() => Volatile.Write(ref _heard, clock.GetTimestamp());

    /// <summary>Completes when a ping is due: null; or when the broker has been silent, or has taken nothing, for too long: what it did.</summary>
    public async Task<string?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // A ping that waits behind a long packet is none yet: the broker takes what it can.
            if (Since(ref _heard) >= Longest && IsAsked && Since(ref _pinged) >= _keepAlive / 2)
                return $"was silent for {Longest.TotalSeconds:0} s";
            if (Volatile.Read(ref _sending) is not NotSending and var since && clock.GetElapsedTime(since) >= Longest)
                return $"took nothing for {Longest.TotalSeconds:0} s";
            // An eighth early, since timers are late: the silence must not be longer than was agreed.
            var left = _keepAlive * 7 / 8 - clock.GetElapsedTime(Math.Min(Volatile.Read(ref _sent), Volatile.Read(ref _heard)));
            var pause = _keepAlive / 8 - Since(ref _due);
            if (left <= TimeSpan.Zero && pause <= TimeSpan.Zero)
            {
                _due = clock.GetTimestamp();
                return null;
            }

            await Task.Delay(left > pause ? left : pause, clock, cancellationToken);
        }
    }

    /// <summary>A ping is with the broker, and nothing came since.</summary>
    private bool IsAsked => Volatile.Read(ref _pinged) > Volatile.Read(ref _heard);

    private TimeSpan Since(ref long moment) => clock.GetElapsedTime(Volatile.Read(ref moment));
}
