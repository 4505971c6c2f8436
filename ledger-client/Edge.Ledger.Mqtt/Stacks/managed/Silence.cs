namespace Edge.Ledger.Mqtt.Stacks;

/// <summary>Sees to it that a link is not silent for longer than was agreed (MQTT 5 section 3.1.2.10), and that a broker which is does not go unseen.</summary>
/// <param name="clock">Measures it.</param>
/// <param name="keepAlive">Longest silence from this side.</param>
internal sealed class Silence(TimeProvider clock, TimeSpan keepAlive)
{
    private long _sent = clock.GetTimestamp();
    private long _heard = clock.GetTimestamp();

    /// <summary>A silence of the broker after which the link counts as lost: half a keep alive was its time to answer a ping.</summary>
    public TimeSpan Longest => keepAlive * 1.5;

    public void Sent() => Volatile.Write(ref _sent, clock.GetTimestamp());

    public void Heard() => Volatile.Write(ref _heard, clock.GetTimestamp());

    /// <summary>Completes when a ping is due: true; false when the broker has been silent for too long.</summary>
    public async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var left = keepAlive - clock.GetElapsedTime(Math.Min(Volatile.Read(ref _sent), Volatile.Read(ref _heard)));
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, clock, cancellationToken);
                continue;
            }

            if (clock.GetElapsedTime(Volatile.Read(ref _heard)) >= Longest)
                return false;
            await Task.Delay(keepAlive / 8, clock, cancellationToken);
            return true;
        }
    }
}
