using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Tests.Stacks.Bindings;

/// <summary>
/// A driver on a binding: what the binding returns is the value, what it throws is the reason. It adds no check of its own, so that what is seen is
/// what the binding keeps of a sensor's promises.
/// </summary>
/// <param name="like">The project's own driver of that chip, whose name and outputs it has.</param>
/// <param name="conversion">How long it waits between start and reading; zero where the binding waits by itself.</param>
/// <param name="time">Whose time passes meanwhile.</param>
internal abstract class BoundSensor<TBinding>(ISensor like, TimeSpan conversion, TimeProvider time) : ISensor
    where TBinding : class
{
    private readonly Pause _pause = new(time);
    private TBinding? _binding;

    public string Name => like.Name;

    public IReadOnlyList<SensorOutput> Outputs => like.Outputs;

    public async ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        var values = new double[Outputs.Count];
        var reason = Try(() => Start(_binding ??= Open()));
        if (reason == Reason.None && conversion > TimeSpan.Zero)
            await _pause.WaitAsync(conversion, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < values.Length && reason == Reason.None; i++)
            reason = Try(() => values[i] = Read(_binding!, i));
        for (var i = 0; i < values.Length; i++)
            sink.Accept(reason == Reason.None ? new Sample(i, values[i], null, Quality.Good, Reason.None) : Sample.Absent(i, reason));
        if (reason != Reason.None)
            _binding = null;
    }

    protected abstract TBinding Open();

    /// <summary>Starts a conversion, where reading does not do it.</summary>
    protected virtual void Start(TBinding binding)
    {
    }

    protected abstract double Read(TBinding binding, int output);

    private static Reason Try(Action action)
    {
        try
        {
            action();
            return Reason.None;
        }
        catch (I2cTransferException failure)
        {
            return failure.Status.ToReason();
        }
        catch (Exception failure) when (failure is TimeoutException or OperationCanceledException)
        {
            return Reason.NotReady;
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException or ArgumentException)
        {
            return Reason.Garbled;
        }
    }

    public void Dispose()
    {
        _pause.Dispose();
        like.Dispose();
    }
}
