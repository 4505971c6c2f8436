namespace Edge.Sensors.Stacks;

/// <summary>
/// Rising and falling edges of one line follow each other: two of a kind say that others between them were lost, how many nobody knows. An even number that is lost at
/// once goes unseen; of a buffer that overflows again and again it is one overflow in two.
/// </summary>
public struct Alternation
{
    private bool? _last;

    /// <summary>Takes the next edge; whether some were lost before it.</summary>
    public bool IsBrokenBy(bool rising)
    {
        var broken = _last == rising;
        _last = rising;
        return broken;
    }
}
