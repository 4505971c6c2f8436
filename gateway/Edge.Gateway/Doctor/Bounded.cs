namespace Edge.Gateway.Doctor;

/// <summary>Runs checks one after another, each within its time: hardware that hangs, and a fault of a check's own, cost that check and no other.</summary>
/// <param name="progress">Told what is looked at now.</param>
internal sealed class Bounded(TimeProvider time, IProgress<Check> progress)
{
    /// <param name="otherwise">What is found of it when it takes longer or fails, as a check with <see cref="Symptom.TooSlow"/> or <see cref="Symptom.NotChecked"/>.</param>
    public async Task<T> LookAsync<T>(Topic topic, string subject, TimeSpan limit, Func<CancellationToken, Task<T>> look, Func<Check, T> otherwise, CancellationToken cancellationToken)
    {
        progress.Report(new Check(topic, subject, Symptom.NotChecked));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // A driver may block in the kernel: what does not come back in time is left behind.
        var work = Task.Run(() => look(stop.Token), stop.Token);
        try
        {
            return await work.WaitAsync(limit, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            _ = work.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return otherwise(new Check(topic, subject, Symptom.TooSlow));
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return otherwise(new Check(topic, subject, Symptom.NotChecked) { Detail = e.Message });
        }
    }

    public async Task<IReadOnlyList<Check>> LookAsync(Topic topic, string subject, TimeSpan limit, Func<CancellationToken, Task<IReadOnlyList<Check>>> look, CancellationToken cancellationToken) =>
        await LookAsync(topic, subject, limit, look, static check => [check], cancellationToken);
}
