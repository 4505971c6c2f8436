using System.Runtime.CompilerServices;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Ezo;

/// <summary>The dialogue with a circuit: a command in ASCII, its waiting time, polls while it is pending, its answer.</summary>
/// <param name="bus">The bus it is on.</param>
/// <param name="address">7-bit address.</param>
/// <param name="patience">How long it may stay pending beyond its time.</param>
/// <param name="time">Whose time passes.</param>
internal sealed class EzoCircuit(II2cBus bus, byte address, TimeSpan patience, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan PollTime = TimeSpan.FromMilliseconds(100);

    private readonly Pause _pause = new(time);
    private readonly byte[] _answer = new byte[EzoAnswer.Length];

    /// <summary>What followed the code of the last answer that was asked for.</summary>
    public ReadOnlySpan<byte> Answer => _answer.AsSpan(1);

    /// <summary>Sends a command and leaves it at that.</summary>
    public I2cStatus Tell(ReadOnlySpan<byte> command) => bus.Transfer(address, command, []);

    /// <summary>Sends a command and waits for its answer. None: it is there.</summary>
    /// <param name="command">ASCII.</param>
    /// <param name="wait">What the datasheet says it takes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [AsyncMethodBuilder(typeof(KeepingMethodBuilder<>))]
    public async ValueTask<Reason> AskAsync(ReadOnlyMemory<byte> command, TimeSpan wait, CancellationToken cancellationToken)
    {
        var status = Tell(command.Span);
        if (status != I2cStatus.Ok)
            return status.ToReason();
        var started = time.GetTimestamp();
        await _pause.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            status = bus.Transfer(address, [], _answer);
            if (status != I2cStatus.Ok)
                return status.ToReason();
            if ((EzoResponse)_answer[0] != EzoResponse.Pending)
                return Judge();
            if (time.GetElapsedTime(started) >= wait + patience)
                return Reason.NotReady;
            await _pause.WaitAsync(PollTime, cancellationToken).ConfigureAwait(false);
        }
    }

    private Reason Judge() => (EzoResponse)_answer[0] switch
    {
        EzoResponse.Success => Reason.None,
        // A bus that floats high reads 255 throughout: that is no answer of the circuit.
        EzoResponse.NoData => Answer.ContainsAnyExcept((byte)0) ? Reason.Garbled : Reason.NoData,
        _ => Reason.Garbled,
    };

    /// <inheritdoc/>
    public void Dispose() => _pause.Dispose();
}
