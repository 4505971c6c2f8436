using Edge.Sensors.Buses;
using Edge.Sensors.Modbus;

namespace Edge.Sensors.Tests.Pzem;

/// <summary>One byte of each whole answer is another, under a checksum that fits.</summary>
internal sealed class AlteredLine(ISerialLine line, int at, byte content) : ISerialLine
{
    private readonly byte[] _answer = new byte[ModbusFrame.AnswerLength(10)];
    private int _received;

    public string Name => line.Name;

    public string? Trouble => line.Trouble;

    public bool TryTake() => line.TryTake();

    public void Release() => line.Release();

    public bool Send(ReadOnlySpan<byte> bytes)
    {
        _received = 0;
        return line.Send(bytes);
    }

    public bool TryReceive(Span<byte> bytes, out int count)
    {
        count = 0;
        var received = line.TryReceive(_answer.AsSpan(_received), out var more);
        _received += more;
        if (!received || _received < _answer.Length)
            return received;
        _answer[at] = content;
        ModbusFrame.Seal(_answer);
        _answer.CopyTo(bytes);
        (count, _received) = (_answer.Length, 0);
        return true;
    }

    public void Dispose()
    {
    }
}
