namespace Edge.Simulators.Devices;

/// <summary>A register that sums codes over time, runs over at its ends with a flag, and goes on from the other end.</summary>
/// <param name="least">Its smallest value.</param>
/// <param name="end">The value above its largest.</param>
/// <param name="unit">Code seconds per step.</param>
internal struct SimulatedAccumulator(long least, long end, int unit)
{
    private readonly Int128 _step = (Int128)unit * 1_000_000_000;
    private Int128 _sum;

    /// <summary>Whether it ran over since it was read.</summary>
    public bool RanOver { get; private set; }

    /// <summary>A code that stood for so long.</summary>
    public void Add(int code, long nanoseconds)
    {
        _sum += (Int128)code * nanoseconds;
        var range = (end - least) * _step;
        var turns = Int128.Zero;
        while (_sum - turns * range >= end * _step)
            turns++;
        while (_sum - turns * range < least * _step)
            turns--;
        _sum -= turns * range;
        RanOver |= turns != 0;
    }

    /// <summary>Its bits, 40 of them; reading clears the flag.</summary>
    public long Read()
    {
        RanOver = false;
        var whole = _sum / _step;
        return (long)(_sum < 0 && whole * _step != _sum ? whole - 1 : whole) & (1L << 40) - 1;
    }

    /// <summary>To 0.</summary>
    public void Reset() => (_sum, RanOver) = (0, false);
}
