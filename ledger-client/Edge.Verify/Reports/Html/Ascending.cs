namespace Edge.Verify.Reports.Html;

/// <summary>Looks for a place among items in ascending order.</summary>
internal static class Ascending
{
    /// <summary>The first of ascending items for which it holds; their number when there is none.</summary>
    public static int First(int count, Func<int, bool> holds)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
