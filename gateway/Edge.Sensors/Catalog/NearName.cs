namespace Edge.Sensors.Catalog;

/// <summary>What somebody will have meant by a name that is none of those that are known.</summary>
public static class NearName
{
    /// <summary>The known one that differs least.</summary>
    /// <param name="most">Letters that may differ: changed, added or left out; a capital for its small letter is none.</param>
    /// <returns>Null where none is as near.</returns>
    public static string? Of(string name, IEnumerable<string> known, int most)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (nearest, distance) = known.Select(k => (k, Distance(k, name))).OrderBy(k => k.Item2).FirstOrDefault(("", int.MaxValue));
        return distance <= most ? nearest : null;
    }

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = diagonal + (char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
