using System.Globalization;
using System.Text;

namespace Edge.Ledger.Tiles;

/// <summary>
/// Names one tile or one entry bundle of a log (c2sp.org/tlog-tiles): which level, which place in it, how wide. A tile holds 1 to 256 consecutive
/// hashes of one level, a bundle the entries under a tile of level 0.
/// </summary>
public readonly record struct Tile
{
    /// <summary>Hashes or entries in a full one.</summary>
    public const int FullWidth = 256;

    /// <summary>Tree levels a tile spans: its hashes are tree nodes of level 8 * <see cref="Level"/>.</summary>
    public const int Height = 8;

    /// <summary>Levels of tiles a log below 2^63 entries can have.</summary>
    public const int MaxLevels = 8;

    private const int BundleLevel = -1;
    private const int MaxEntryBytes = ushort.MaxValue;

    private Tile(int level, ulong index, int width)
    {
        if (level is < BundleLevel or >= MaxLevels || width is < 1 or > FullWidth || index > MaxIndex(level))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"No log below 2^63 entries has a tile {index} of level {level} and width {width}."));
        Level = level;
        Index = index;
        Width = width;
    }

    /// <summary>0 to 7; -1 for an entry bundle.</summary>
    public int Level { get; }

    /// <summary>Place in its level, from 0.</summary>
    public ulong Index { get; }

    /// <summary>Hashes or entries in it, 1 to 256.</summary>
    public int Width { get; }

    public bool IsBundle => Level == BundleLevel;

    public bool IsFull => Width == FullWidth;

    /// <summary>The same place, full.</summary>
    public Tile Full => new(Level, Index, FullWidth);

    /// <summary>Index of the first entry under it.</summary>
    public ulong FirstEntry => Index << (Height * (Math.Max(Level, 0) + 1));

    /// <summary>Most bytes its file can have; exactly so many for a tile.</summary>
    public int MaxBytes => Width * (IsBundle ? sizeof(ushort) + MaxEntryBytes : Merkle.Hash32.Size);

    /// <summary>Where it is found below a log's prefix: <c>tile/0/x001/x234/067.p/8</c>, <c>tile/entries/000</c>.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder("tile/").Append(IsBundle ? "entries" : Level.ToString(CultureInfo.InvariantCulture));
            var digits = Index.ToString("D3", CultureInfo.InvariantCulture);
            digits = digits.PadLeft((digits.Length + 2) / 3 * 3, '0');
            for (var at = 0; at < digits.Length; at += 3)
                path.Append(at + 3 < digits.Length ? "/x" : "/").Append(digits, at, 3);
            return IsFull ? path.ToString() : path.Append(CultureInfo.InvariantCulture, $".p/{Width}").ToString();
        }
    }

    /// <exception cref="ArgumentException">No log below 2^63 entries has it.</exception>
    public static Tile OfHashes(int level, ulong index, int width = FullWidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        return new Tile(level, index, width);
    }

    /// <exception cref="ArgumentException">No log below 2^63 entries has it.</exception>
    public static Tile OfEntries(ulong index, int width = FullWidth) => new(BundleLevel, index, width);

    /// <summary>Reads exactly what <see cref="Path"/> writes.</summary>
    /// <exception cref="MalformedException">Not the path of a tile or bundle.</exception>
    public static Tile Parse(string path) =>
        TryParse(path, out var tile) ? tile : throw new MalformedException($"\"{path}\" is not the path of a tile or an entry bundle");

    /// <inheritdoc cref="Parse"/>
    public static bool TryParse(string path, out Tile tile)
    {
        tile = default;
        var words = path.Length <= MaxPath ? path.Split('/') : [];
        if (words.Length < 3 || words[0] != "tile")
            return false;
        var width = FullWidth;
        var last = words.Length - 1;
        if (words[last - 1].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!TryNumber(words[last], FullWidth - 1, out width) || width == 0)
                return false;
            words[--last] = words[last][..^2];
        }

        var level = BundleLevel;
        if (words[1] != "entries" && !TryNumber(words[1], MaxLevels - 1, out level))
            return false;
        if (last < 2 || !TryIndex(words.AsSpan(2, last - 1), out var index) || index > MaxIndex(level))
            return false;
        tile = new Tile(level, index, width);
        return true;
    }

    public override string ToString() => Path;

    private const int MaxPath = 64;

    private static ulong MaxIndex(int level) => (ulong)long.MaxValue >> Math.Min(63, Height * (Math.Max(level, 0) + 1));

    private static bool TryNumber(string text, int max, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= max && value.ToString(CultureInfo.InvariantCulture) == text;

    private static bool TryIndex(ReadOnlySpan<string> words, out ulong index)
    {
        index = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var digits = words[i].AsSpan();
            if (i < words.Length - 1)
            {
                if (digits is not ['x', ..] || (i == 0 && digits is "x000"))
                    return false;
                digits = digits[1..];
            }

            if (digits.Length != 3 || digits.IndexOfAnyExceptInRange('0', '9') >= 0 || index > long.MaxValue / 1000)
                return false;
            index = (index * 1000) + ulong.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return true;
    }
}
