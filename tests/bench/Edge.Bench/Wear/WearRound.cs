namespace Edge.Bench.Wear;

/// <summary>Keeps readings at a rate, in real time, on a thread of its own, and counts what is written meanwhile.</summary>
/// <param name="Rate">Readings per second that come.</param>
/// <param name="Open">Opens what keeps them, in a folder.</param>
internal sealed record WearRound(string Name, int Rate, Func<string, Keeper> Open)
{
    /// <summary>The writer's period.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    /// <summary>Bytes written per reading, from the opening of the empty store on.</summary>
    /// <exception cref="OperationCanceledException"/>
    public Task<WearFigure> RunAsync(WriteMeters meters, TimeSpan span, TimeProvider time, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(() => Run(meters, span, time, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private WearFigure Run(WriteMeters meters, TimeSpan span, TimeProvider time, CancellationToken cancellationToken)
    {
        using var meter = meters.Open(Name);
        using var keeper = Open(meter.Folder);
        var before = meter.Written();
        var started = time.GetTimestamp();
        long taken = 0;
        for (var elapsed = TimeSpan.Zero; elapsed < span; elapsed = time.GetElapsedTime(started))
        {
            var due = (long)(elapsed.TotalSeconds * Rate) - taken;
            if (keeper.Take((int)due) is var took && took < due && took > 0)
                taken += took;
            else
            {
                taken += took;
                cancellationToken.WaitHandle.WaitOne(Tick);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return new WearFigure(Rate, (double)(meter.Written() - before) / taken, taken / time.GetElapsedTime(started).TotalSeconds);
    }
}
