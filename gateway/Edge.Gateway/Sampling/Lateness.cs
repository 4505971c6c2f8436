using System.Numerics;

namespace Edge.Gateway.Sampling;

/// <summary>
/// How late rounds begin, as a histogram of fixed size: whole microseconds up to 8, then eight steps to each doubling, up to 67 s. What is old counts less and
/// less: at 65,536 rounds all counts are halved. One thread adds; another may look at any time.
/// </summary>
public sealed class Lateness
{
    private const int Steps = 8, StepBits = 3, Doublings = 26, Most = 65_536;

    private readonly int[] _counts = new int[Steps * (Doublings - StepBits + 1)];
    private int _sum;

    /// <summary>A round began.</summary>
    /// <param name="late">After it was due; less than 0 counts as 0.</param>
    public void Add(TimeSpan late)
    {
        if (_sum == Most)
            Halve();
        _counts[Math.Min(StepOf(Math.Max(0, late.Ticks / TimeSpan.TicksPerMicrosecond)), _counts.Length - 1)]++;
        _sum++;
    }

    /// <summary>So many rounds of a hundred began no later than this, to the next step above. Null before the first.</summary>
    /// <param name="percent">Above 0, up to 100.</param>
    public TimeSpan? Percentile(double percent)
    {
        var sum = _counts.Sum();
        var wanted = Math.Ceiling(sum * percent / 100);
        for (var step = 0; step < _counts.Length; step++)
        {
            wanted -= _counts[step];
            if (sum > 0 && wanted <= 0)
                return TimeSpan.FromMicroseconds(StepEnd(step));
        }

        return null;
    }

    private static int StepOf(long microseconds)
    {
        if (microseconds < Steps)
            return (int)microseconds;
        var power = BitOperations.Log2((ulong)microseconds);
        return (int)Math.Min(int.MaxValue, (Steps * (power - StepBits)) + (microseconds >> (power - StepBits)));
    }

    private static long StepEnd(int step)
    {
        var doubling = Math.Max(0, (step / Steps) - 1);
        return (step - (Steps * doubling) + 1L) << doubling;
    }

    private void Halve()
    {
        _sum = 0;
        for (var step = 0; step < _counts.Length; step++)
            _sum += _counts[step] /= 2;
    }
}
