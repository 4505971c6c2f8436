using System.Runtime.CompilerServices;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.EzoPh;

/// <summary>
/// Atlas EZO pH: asks who it is when it first answers (and each time it comes back), then `R`, 900 ms, and polls while pending.
/// </summary>
public sealed class EzoPhSensor : ISensor
{
    private static readonly TimeSpan ReadingTime = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan InformationTime = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan PollTime = TimeSpan.FromMilliseconds(100);

    private readonly II2cBus _bus;
    private readonly EzoPhOptions _options;
    private readonly TimeProvider _time;
    private readonly Pause _pause;
    private readonly byte[] _answer = new byte[EzoPhAnswer.Length];
    private bool _identified;

    /// <param name="bus">The bus it is on; stays the caller's.</param>
    /// <param name="options">Valid options.</param>
    /// <param name="time">Whose time passes while it measures.</param>
    public EzoPhSensor(II2cBus bus, EzoPhOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(bus);
        ArgumentNullException.ThrowIfNull(options);
        _bus = bus;
        _options = options;
        _time = time;
        _pause = new Pause(time);
        Name = $"ezo-ph at 0x{options.Address:X2} on {bus.Name}";
        Outputs = [new SensorOutput(options.Channel, "pH", 1.0 / EzoPhAnswer.Thousandths)];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SensorOutput> Outputs { get; }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask SampleAsync(ISampleSink sink, CancellationToken cancellationToken)
    {
        var reason = Reason.None;
        if (!_identified)
        {
            reason = await AskAsync((byte)'I', InformationTime, cancellationToken).ConfigureAwait(false);
            if (reason == Reason.None)
                reason = Identify();
        }
        if (reason == Reason.None)
            reason = await AskAsync((byte)'R', ReadingTime, cancellationToken).ConfigureAwait(false);
        if (reason is not (Reason.None or Reason.NoData))
            _identified = false;
        sink.Accept(reason == Reason.None ? Evaluate() : Sample.Absent(0, reason));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Reason> AskAsync(byte command, TimeSpan wait, CancellationToken cancellationToken)
    {
        var status = _bus.Transfer((byte)_options.Address, new ReadOnlySpan<byte>(in command), []);
        if (status != I2cStatus.Ok)
            return status.ToReason();
        var started = _time.GetTimestamp();
        await _pause.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            status = _bus.Transfer((byte)_options.Address, [], _answer);
            if (status != I2cStatus.Ok)
                return status.ToReason();
            if ((EzoResponse)_answer[0] != EzoResponse.Pending)
                return Judge();
            if (_time.GetElapsedTime(started) >= wait + _options.Patience)
                return Reason.NotReady;
            await _pause.WaitAsync(PollTime, cancellationToken).ConfigureAwait(false);
        }
    }

    private Reason Judge() => (EzoResponse)_answer[0] switch
    {
        EzoResponse.Success => Reason.None,
        // A bus that floats high reads 255 throughout: that is no answer of the circuit.
        EzoResponse.NoData => _answer.AsSpan(1).ContainsAnyExcept((byte)0) ? Reason.Garbled : Reason.NoData,
        _ => Reason.Garbled,
    };

    private Reason Identify()
    {
        if (!EzoPhAnswer.TryReadText(_answer.AsSpan(1), out var text))
            return Reason.Garbled;
        _identified = text.StartsWith("?I,pH,"u8) || text.StartsWith("?i,pH,"u8);
        return _identified ? Reason.None : Reason.WrongDevice;
    }

    private Sample Evaluate() =>
        EzoPhAnswer.TryReadText(_answer.AsSpan(1), out var text) && EzoPhAnswer.TryReadPh(text, out var thousandths)
            ? Sample.Good(0, thousandths / (double)EzoPhAnswer.Thousandths, thousandths)
            : Sample.Absent(0, Reason.Garbled);

    /// <inheritdoc/>
    public void Dispose() => _pause.Dispose();
}
