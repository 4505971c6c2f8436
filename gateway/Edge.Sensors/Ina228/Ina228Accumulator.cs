namespace Edge.Sensors.Ina228;

/// <summary>
/// A register of 40 bits that goes on from its other end when it runs over. The chip's flag tells of it, but reading the
/// register clears the flag, also one that was raised a moment before; therefore a sum that cannot fall and fell counts as well,
/// and of one with a sign a leap of half its range.
/// </summary>
/// <param name="signed">Whether it has a sign, and can fall.</param>
internal struct Ina228Accumulator(bool signed)
{
    private const long HalfRange = 1L << 39;

    private bool _known, _ranOver;

    /// <summary>The register.</summary>
    public long Code { get; private set; }

    /// <summary>Whether it is not the whole sum: it ran over, or an input was at its end, since it began at 0.</summary>
    public bool IsDoubted { get; private set; }

    /// <summary>It begins anew at 0.</summary>
    public void Forget() => (_known, _ranOver, IsDoubted) = (false, false, false);

    /// <summary>It goes on.</summary>
    /// <param name="doubted">Whether it was doubted by whoever read it before.</param>
    public void Resume(bool doubted) => IsDoubted |= doubted;

    /// <summary>It was read.</summary>
    /// <param name="code">The register, with its sign where it has one.</param>
    /// <param name="flag">The chip's flag, read before.</param>
    /// <param name="saturated">Whether an input is at its end: what flows is not in the sum.</param>
    public void Accept(long code, bool flag, bool saturated)
    {
        _ranOver |= flag || _known && (signed ? Math.Abs(code - Code) > HalfRange : code < Code);
        IsDoubted |= _ranOver || saturated;
        (Code, _known) = (code, true);
    }

    /// <summary>Whether it ran over since this was asked before.</summary>
    public bool TakeRanOver()
    {
        var ranOver = _ranOver;
        _ranOver = false;
        return ranOver;
    }
}
