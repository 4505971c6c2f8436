using Edge.Ledger.Cbor;

namespace Edge.Ledger.Evidence;

/// <summary>Checks that the rows of a table stand in the order of their first use, all of them used: then one table has one form.</summary>
internal struct FirstUse(int count, string what)
{
    private int _used;

    /// <summary>Reads a row's position.</summary>
    public int Read(ref CborReader reader)
    {
        var position = reader.Unsigned(int.MaxValue, $"the position in {what}");
        Use((int)position);
        return (int)position;
    }

    /// <exception cref="MalformedException">Rows before this one were not used yet, or there is no such row.</exception>
    public void Use(int position)
    {
        if (position > _used || position >= count)
            throw new MalformedException($"evidence: {what} do not stand in the order of their first use");
        if (position == _used)
            _used++;
    }

    /// <exception cref="MalformedException">Rows were not used.</exception>
    public readonly void End()
    {
        if (_used < count)
            throw new MalformedException($"evidence: {count - _used} of {what} are not used");
    }
}
