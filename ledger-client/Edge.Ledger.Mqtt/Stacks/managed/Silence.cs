namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>Sees to it that a link is not silent for longer than was agreed (MQTT 5 section 3.1.2.10), and that a broker which is, or takes nothing more, does not go unseen.</summary>
/// <param name="clock">Measures it.</param>
/// <param name="keepAlive">Longest silence from this side.</param>
internal sealed class Silence(TimeProvider clock, TimeSpan keepAlive)
{
    private const long NotSending = -1;

    private TimeSpan _keepAlive = keepAlive;
    private long _sent = clock.GetTimestamp();
    private long _heard = clock.GetTimestamp();
    private long _sending = NotSending;

    /// <summary>A silence of the broker after which the link counts as lost: half a keep alive was its time to answer a ping.</summary>
    private TimeSpan Longest => _keepAlive * 1.5;

    /// <summary>The broker wants another silence.</summary>
    public void Agree(TimeSpan wanted) => _keepAlive = wanted;

    /// <summary>Bytes are handed to the operating system.</summary>
    public void Sending() => Volatile.Write(ref _sending, clock.GetTimestamp());

    /// <summary>It has them.</summary>
    public void Sent()
    {
        Volatile.Write(ref _sent, clock.GetTimestamp());
        Volatile.Write(ref _sending, NotSending);
    }

    /// <summary>Bytes came.</summary>
    public void Heard() => Volatile.Write(ref _heard, clock.GetTimestamp());

    /// <summary>Completes when a ping is due: null; or when the broker has been silent, or has taken nothing, for too long: what it did.</summary>
    public async Task<string?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (clock.GetElapsedTime(Volatile.Read(ref _heard)) >= Longest)
                return $"was silent for {Longest.TotalSeconds:0} s";
            if (Volatile.Read(ref _sending) is not NotSending and var since && clock.GetElapsedTime(since) >= Longest)
                return $"took nothing for {Longest.TotalSeconds:0} s";
            var left = _keepAlive - clock.GetElapsedTime(Math.Min(Volatile.Read(ref _sent), Volatile.Read(ref _heard)));
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, clock, cancellationToken);
                continue;
            }

            await Task.Delay(_keepAlive / 8, clock, cancellationToken);
            return null;
        }
    }
}
