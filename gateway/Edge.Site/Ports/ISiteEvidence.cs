namespace Edge.Site.Ports;

/// <summary>Evidence out of the log. One call at a time, on any thread; each looks at a bounded number of entries.</summary>
/// <remarks>Every method may throw <see cref="RefusedException"/>, in particular of what is not anchored yet or was evicted.</remarks>
public interface ISiteEvidence
{
    /// <summary>The city holds the entries below this index. From any thread, at any time; cheap to ask with every request.</summary>
    ulong Anchored { get; }

    /// <summary>Evidence of one entry of any kind.</summary>
    /// <param name="slim">Configurations and calibrations by their hashes alone.</param>
    CutEvidence Of(ulong index, bool slim, CancellationToken cancellationToken);

    /// <summary>Evidence of a channel's last reading not later than a moment.</summary>
    /// <param name="at">POSIX seconds, taken to the millisecond; null: its newest anchored reading.</param>
    /// <param name="proved">Its last that is anchored, instead of a refusal where the last is not.</param>
    /// <inheritdoc cref="Of"/>
    CutEvidence At(string channel, double? at, bool proved, bool slim, CancellationToken cancellationToken);

    /// <summary>Evidence of a channel's readings of some time, and of the gaps among them.</summary>
    /// <inheritdoc cref="Of"/>
    CutEvidence Between(string channel, Period period, bool slim, CancellationToken cancellationToken);

    /// <summary>Evidence of a channel's readings of some time with every entry of the log between them, so that a verifier sees that nothing was withheld.</summary>
    /// <inheritdoc cref="Of"/>
    CutEvidence Whole(string channel, Period period, bool slim, CancellationToken cancellationToken);

    /// <summary>The policy file that the gateway itself goes by.</summary>
    ReadOnlyMemory<byte> Policy();
}

/// <summary>An evidence file; it was verified by the gateway's own policy.</summary>
/// <param name="Name">The channel, or what else it is of.</param>
/// <param name="First">Index of the first entry it is of.</param>
/// <param name="Entries">How many it is of.</param>
public sealed record CutEvidence(string Name, ulong First, int Entries, byte[] Bytes)
{
    /// <summary>POSIX seconds of its newest reading; null where none has a time.</summary>
    public double? Measured { get; init; }

    /// <summary>Who accepted it; null where the policy asks for nobody.</summary>
    public Acceptance? Acceptance { get; init; }
}
