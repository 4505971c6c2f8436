namespace Edge.Sensors.Buses;

/// <summary>
/// One input line whose edges are stamped by the kernel (or by a peer with the same clock). Edges wait in a bounded buffer;
/// what overflows is lost from behind its first edge and shows as a jump in <see cref="GpioEdge.Sequence"/>. One reader.
/// </summary>
public interface IGpioLine : IDisposable
{
    /// <summary>Bus and offset, for messages.</summary>
    string Name { get; }

    /// <summary>Whether edges can be seen now.</summary>
    GpioLineState State { get; }

    /// <summary>What is wrong and what to do about it, in words; null while the line is present.</summary>
    string? Trouble { get; }

    /// <summary>The level now. False when it is not known.</summary>
    bool TryReadLevel(out bool high);

    /// <summary>Takes the oldest waiting edges, at most as many as fit. Does not wait, does not allocate.</summary>
    int Read(Span<GpioEdge> edges);

    /// <summary>Called by whoever sees edges when some came or the state changed, on any thread; must not block. For the one reader.</summary>
    Action? Woken { get; set; }

    /// <summary>Completes when edges wait or the state changed since the last call.</summary>
    ValueTask WaitAsync(CancellationToken cancellationToken);
}
