using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Modbus;

/// <summary>
/// Asks one device again and again for the same input registers: takes the line, keeps it silent for 3.5 characters, sends, and
/// reads until the answer is whole or patience is over. Allocates nothing once it runs.
/// </summary>
internal sealed class RegisterQuestion : IDisposable
{
    private static readonly TimeSpan Silence = SerialTime.Of(4), PollTime = TimeSpan.FromMilliseconds(2);

    private readonly ISerialLine _line;
    private readonly TimeProvider _time;
    private readonly TimeSpan _onLine, _patience;
    private readonly Pause _pause;
    private readonly byte[] _question, _answer;
    private int _received;

    /// <param name="line">The line it is on; stays the caller's.</param>
    /// <param name="address">The device's, 1 to 247.</param>
    /// <param name="first">The first register.</param>
    /// <param name="registers">How many, 1 to 125.</param>
    /// <param name="patience">How long the device may think.</param>
    /// <param name="time">Whose time passes.</param>
    public RegisterQuestion(ISerialLine line, byte address, ushort first, ushort registers, TimeSpan patience, TimeProvider time)
    {
        _line = line;
        _time = time;
        _patience = patience;
        _pause = new Pause(time);
        _question = ModbusFrame.Question(address, first, registers);
        _answer = new byte[ModbusFrame.AnswerLength(registers)];
        _onLine = SerialTime.Of(_question.Length + _answer.Length);
    }

    /// <summary>Longest time on a line that nobody else has.</summary>
    public static TimeSpan Duration(int registers, TimeSpan patience) =>
        Pause.Rounded(Silence) + SerialTime.Of(ModbusFrame.QuestionLength + ModbusFrame.AnswerLength(registers)) + patience;

    /// <summary>Whether the last answer had all its bytes, right or wrong: then whoever sent it had its supply until its end.</summary>
    public bool IsWhole => _received == _answer.Length;

    /// <summary>A register of the last whole answer.</summary>
    public ushort Register(int index) => BinaryPrimitives.ReadUInt16BigEndian(_answer.AsSpan(ModbusFrame.Head + index * sizeof(ushort)));

    /// <summary>Two registers of it, the lower half first.</summary>
    public uint LowFirst(int index) => Register(index) | (uint)Register(index + 1) << 16;

    /// <summary>None once the registers are here.</summary>
    [AsyncMethodBuilder(typeof(KeepingMethodBuilder<>))]
    public async ValueTask<Reason> AskAsync(CancellationToken cancellationToken)
    {
        while (!_line.TryTake())
            await _pause.WaitAsync(PollTime, cancellationToken).ConfigureAwait(false);
        try
        {
            await _pause.WaitAsync(Silence, cancellationToken).ConfigureAwait(false);
            if (!_line.Send(_question))
                return Reason.BusFault;
            return await ListenAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _line.Release();
        }
    }

    [AsyncMethodBuilder(typeof(KeepingMethodBuilder<>))]
    private async ValueTask<Reason> ListenAsync(CancellationToken cancellationToken)
    {
        _received = 0;
        var sent = _time.GetTimestamp();
        await _pause.WaitAsync(_onLine, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            if (!_line.TryReceive(_answer.AsSpan(_received), out var count))
                return Reason.BusFault;
            _received += count;
            if (IsWhole || _received == ModbusFrame.ExceptionLength && IsException)
                return Judge();
            if (_time.GetElapsedTime(sent) >= _onLine + _patience)
                return _received == 0 ? Reason.NoAnswer : Reason.Garbled;
            await _pause.WaitAsync(PollTime, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool IsException => _answer[1] == (_question[1] | ModbusFrame.ExceptionFlag);

    private Reason Judge()
    {
        var answer = _answer.AsSpan(0, _received);
        if (!ModbusFrame.IsSealed(answer) || answer[0] != _question[0])
            return Reason.Garbled;
        if (IsException)
            return ((ModbusException)answer[2]).ToReason();
        return answer[1] == _question[1] && answer[2] == _answer.Length - ModbusFrame.AnswerLength(0) ? Reason.None : Reason.Garbled;
    }

    /// <inheritdoc/>
    public void Dispose() => _pause.Dispose();
}
