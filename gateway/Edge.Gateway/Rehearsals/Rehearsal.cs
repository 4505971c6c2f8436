using Edge.Gateway.Configuration;
using Edge.Gateway.Hosting;
using Edge.Gateway.Pipeline;
using Edge.Gateway.Sampling;
using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Microsoft.Extensions.Logging.Abstractions;

namespace Edge.Gateway.Rehearsals;

/// <summary>
/// A gateway as configured, without its devices, in simulated time and in a folder of its own: real queue, writer, seals and store, signed with a key that is
/// worth nothing. It runs as fast as the machine can. No city answers it.
/// </summary>
public sealed class Rehearsal : IDisposable
{
    private readonly NoteSigner _signer;
    private readonly LogWriter _writer;
    private readonly SampleQueue _queue;
    private readonly SimulatedClock _clock = new();
    private readonly SimulatedSensor[] _sensors;
    private readonly TimeSpan _commitAge;
    private readonly ulong _start;

    /// <param name="folder">A new folder, or one with a log to go on with; its log stays when this is disposed.</param>
    /// <param name="parts">How segments are made; null: as configured.</param>
    /// <param name="key">The key of a log to go on with; ended with this. Null: one that is worth nothing.</param>
    public Rehearsal(GatewayConfiguration configuration, string folder, int seed = 1, SegmentOptions? parts = null, NoteSigner? key = null)
    {
        var own = configuration with { Store = configuration.Store with { Folder = folder } };
        // SM3 logs are signed with SM2 only.
        var type = own.Origin.Hasher == Ledger.Merkle.TreeHasher.Sha256 ? KeyType.Ed25519 : KeyType.Sm2;
        _signer = key ?? new NoteSigner(own.Origin.ToString(), type, [.. Enumerable.Repeat((byte)1, 32)]);
        _queue = new SampleQueue(own.Channels.Count);
        Log = MerkleLog.Open(LogFolder.Open(folder, own.Origin.Hasher, parts ?? own.Store.Parts), own.Origin.Hasher);
        _writer = new LogWriter(own, Log, _signer, _queue, _clock, new BeaconBox(), new GatewayStatus(own.Channels.Count), NullLogger<LogWriter>.Instance);
        _writer.Sealed += note =>
        {
            Seals++;
            Newest = note;
        };
        _commitAge = own.Store.CommitAge;
        _start = _clock.Monotonic();
        _sensors = [.. Sensors(own, new Random(seed))];
        _writer.Start();
    }

    public MerkleLog Log { get; }

    /// <summary>Verifies its checkpoints.</summary>
    public VerifierKey Verifier => _signer.Verifier;

    /// <summary>Readings brought so far.</summary>
    public long Readings { get; private set; }

    public long Seals { get; private set; }

    /// <summary>The newest checkpoint.</summary>
    public SignedNote? Newest { get; private set; }

    /// <summary>Simulated time since the start.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks((long)((_clock.Monotonic() - _start) / TimeSpan.NanosecondsPerTick));

    /// <summary>Goes on to a time since the start.</summary>
    public void RunTo(TimeSpan elapsed, CancellationToken cancellationToken = default)
    {
        var end = _start + ((ulong)elapsed.Ticks * TimeSpan.NanosecondsPerTick);
        var pause = (ulong)_commitAge.Ticks * TimeSpan.NanosecondsPerTick;
        while (_clock.Monotonic() < end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // The writer also looks while no sensor is due: groups and batches get old.
            _clock.MoveTo(Math.Min(end, Math.Min(_clock.Monotonic() + pause, _sensors.Min(s => s.Due))));
            foreach (var sensor in _sensors)
            {
                if (sensor.Due > _clock.Monotonic())
                    continue;
                var before = _queue.Count;
                sensor.Read(_queue, _clock);
                Readings += _queue.Count - before;
            }

            _writer.Tick();
        }
    }

    /// <summary>Seals and commits what is left.</summary>
    /// <exception cref="Edge.Store.StoreException">The store did not take it.</exception>
    public void Stop()
    {
        if (!_writer.Stop())
            throw new Edge.Store.StoreException($"{Log.View.Store.Name}: the store did not take all readings.");
    }

    public void Dispose()
    {
        _writer.Dispose();
        Log.Dispose();
        _signer.Dispose();
    }

    private IEnumerable<SimulatedSensor> Sensors(GatewayConfiguration configuration, Random random)
    {
        var channel = 0;
        foreach (var plan in configuration.Sensors)
        {
            var count = plan.Channels.Count;
            yield return new SimulatedSensor(channel, [.. configuration.Channels.Skip(channel).Take(count)], plan.Period, _start, random);
            channel += count;
        }
    }
}
