using System.Runtime.CompilerServices;
using Edge.Ledger.Entries;

namespace Edge.Sensors.Sampling;

/// <summary>
/// One round of a chip with registers: who answers (when it first does, and each time it was away), a conversion, the registers, and
/// last whether the chip still holds what it was given: a brown-out at any moment before that shows there, and gives the reason
/// instead of values. The first thing that goes wrong is the round's reason; nothing is transferred after it.
/// </summary>
public abstract class RegisterSensor : ISensor
{
    private readonly ConversionWait _wait;
    private Reason _reason;
    private bool _identified;

    /// <param name="name">Driver and place, for messages.</param>
    /// <param name="outputs">What it gives.</param>
    /// <param name="conversion">How long one conversion takes.</param>
    /// <param name="time">Whose time passes while it converts.</param>
    protected RegisterSensor(string name, IReadOnlyList<SensorOutput> outputs, TimeSpan conversion, TimeProvider time)
    {
        (Name, Outputs) = (name, outputs);
        _wait = new ConversionWait(time, conversion, Ask);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SensorOutput> Outputs { get; }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        _reason = Reason.None;
        if (!_identified)
            Identify();
        Start();
        if (_reason == Reason.None)
            await ConvertAsync(cancellationToken).ConfigureAwait(false);
        _identified = _reason == Reason.None;
        for (var i = 0; i < Outputs.Count; i++)
            sink.Accept(_reason == Reason.None ? Evaluate(i) : Sample.Absent(i, _reason));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ConvertAsync(CancellationToken cancellationToken)
    {
        var waited = await _wait.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (waited == Reason.None)
            Collect();
        else if (waited != Reason.NotReady)
            return;
        CheckSetup();
        Refuse(waited);
    }

    private Reason Ask(out bool ready)
    {
        ready = IsReady();
        return _reason;
    }

    /// <summary>Checks which chip answers, and gives it what it must hold.</summary>
    protected abstract void Identify();

    /// <summary>Starts a conversion, where it does not convert by itself.</summary>
    protected abstract void Start();

    /// <summary>Whether the conversion is over.</summary>
    protected abstract bool IsReady();

    /// <summary>Reads what was converted.</summary>
    protected abstract void Collect();

    /// <summary>Refuses the round with CalibrationLost unless the chip holds what <see cref="Identify"/> gave it.</summary>
    protected abstract void CheckSetup();

    /// <summary>The sample of what was collected.</summary>
    protected abstract Sample Evaluate(int output);

    /// <summary>Whether the round has a reason already: what is read from here on is not there.</summary>
    protected bool IsRefused => _reason != Reason.None;

    /// <summary>Gives the round a reason, unless it has one.</summary>
    protected void Refuse(Reason reason)
    {
        if (_reason == Reason.None)
            _reason = reason;
    }

    /// <summary>Good, or absent because the converter stands at an end or reports overflow; the code is kept.</summary>
    protected static Sample Judge(int output, bool saturated, long code, double step) =>
        saturated ? Sample.Absent(output, Reason.Saturated, code) : Sample.Good(output, code * step, code);

    /// <inheritdoc/>
    public void Dispose()
    {
        _wait.Dispose();
        GC.SuppressFinalize(this);
    }
}
