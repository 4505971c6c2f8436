using Edge.Fuzz.Mutations;
using Edge.Fuzz.Targets;

namespace Edge.Fuzz.Runs;

/// <summary>Feeds one parser until enough inputs or time are used up. One thread; the same seed gives the same inputs.</summary>
internal sealed class FuzzRun(FuzzTarget target, ulong seed, TimeProvider clock)
{
    private const int MostFailures = 10;
    private const int ClockEvery = 1024;

    private long _inputs;

    /// <summary>Inputs so far; may be read from another thread.</summary>
    public long Inputs => Volatile.Read(ref _inputs);

    /// <param name="inputs">How many, seeds included; at least the seeds are read.</param>
    /// <param name="limit">Null: no limit in time.</param>
    /// <param name="last">Told each input before it is read; null: not kept.</param>
    public FuzzReport Run(long inputs, TimeSpan? limit, LastInput? last, CancellationToken cancellationToken)
    {
        var dice = new Dice(seed);
        var corpus = new Corpus(target.Seeds, dice);
        var mutator = new Mutator(target.Mutations, target.Repair, dice);
        var probe = new Probe(target, clock);
        var novelty = new Novelty();
        var failures = new List<Failure>();
        var start = clock.GetTimestamp();
        long accepted = 0;

        foreach (var input in target.Seeds)
            One(input, isSeed: true);
        while (_inputs < inputs && failures.Count < MostFailures)
        {
            if (_inputs % ClockEvery == 0 && (cancellationToken.IsCancellationRequested || clock.GetElapsedTime(start) > limit))
                break;
            One(mutator.Next(corpus.Inputs), isSeed: false);
        }

        return new FuzzReport(target.Name, seed, _inputs, accepted, novelty.Classes, clock.GetElapsedTime(start), probe.Slowest, probe.SlowestLength, probe.NearestToBound, failures);

        void One(ReadOnlySpan<byte> input, bool isSeed)
        {
            Volatile.Write(ref _inputs, _inputs + 1);
            last?.Note(input);
            if (probe.Try(input) is { } failure)
            {
                if (!failures.Exists(f => f.Kind == failure.Kind && f.Detail == failure.Detail))
                    failures.Add(failure);
                return;
            }

            accepted += probe.Refusal is null ? 1 : 0;
            if (novelty.IsNew(probe.Refusal, probe.Description) && !isSeed)
                corpus.Keep(input);
        }
    }
}
