namespace Edge.Sensors.Buses;

/// <summary>
/// One serial line of 9,600 baud, 8 data bits, no parity, 1 stop bit. Nothing here waits: whoever asks passes the time. Devices
/// on one line share it: take it for a question and its answer.
/// </summary>
public interface ISerialLine : IDisposable
{
    /// <summary>The line's key in the configuration, for messages.</summary>
    string Name { get; }

    /// <summary>What is wrong with the line itself and what to do about it, in words; null while it works.</summary>
    string? Trouble { get; }

    /// <summary>Takes the line until <see cref="Release"/>. False while another has it.</summary>
    bool TryTake();

    /// <summary>Gives the line to the next.</summary>
    void Release();

    /// <summary>Forgets what has come so far, then sends. False when there is no line.</summary>
    /// <param name="bytes">At most 256.</param>
    bool Send(ReadOnlySpan<byte> bytes);

    /// <summary>Takes what has come, at most as many bytes as fit; 0 when nothing has. False when there is no line.</summary>
    bool TryReceive(Span<byte> bytes, out int count);
}
