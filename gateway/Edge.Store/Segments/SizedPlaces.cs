using System.Runtime.InteropServices;

namespace Edge.Store.Segments;

/// <summary>Bytes in a segment.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(uint Offset, int Length);

/// <summary>Where the records of some log sizes are, in the order of the sizes; one for each size, a later one replaces an earlier.</summary>
internal sealed class SizedPlaces
{
    private readonly List<(ulong Size, Place Place)> _places = [];

    public IReadOnlyList<(ulong Size, Place Place)> All => _places;

    public (ulong Size, Place Place)? Newest => _places.Count > 0 ? _places[^1] : null;

    public void Put(ulong size, Place place)
    {
        var at = IndexOf(size);
        if (at < _places.Count && _places[at].Size == size)
            _places[at] = (size, place);
        else
            _places.Insert(at, (size, place));
    }

    /// <summary>That of the smallest size that is not below the given one.</summary>
    public (ulong Size, Place Place)? AtLeast(ulong size) => IndexOf(size) is var at && at < _places.Count ? _places[at] : null;

    private int IndexOf(ulong size)
    {
        int low = 0, high = _places.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_places[middle].Size < size)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
