namespace Edge.Gateway.Consequences;

/// <summary>Lines of a terminal, on which a Chinese character takes two columns.</summary>
internal static class Columns
{
    private const char FirstWide = '\u2E80';

    public static int Of(string text) => text.Sum(c => c >= FirstWide ? 2 : 1);

    /// <summary>Breaks at blanks, and after any wide character but before a stop.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        for (var rest = text; rest.Length > 0;)
        {
            var (end, used) = (0, 0);
            var fits = 0;
            while (end < rest.Length && used + Of(rest[end..(end + 1)]) <= width)
            {
                used += Of(rest[end..(end + 1)]);
                end++;
                if (end == rest.Length || rest[end] == ' ' || (rest[end - 1] >= FirstWide && rest[end] >= FirstWide && !"，。；：、）".Contains(rest[end], StringComparison.Ordinal)))
                    fits = end;
            }

            fits = fits == 0 ? end : fits;
            yield return rest[..fits];
            rest = rest[fits..].TrimStart(' ');
        }
    }
}
