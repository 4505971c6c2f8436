namespace Edge.Fuzz.Runs;

/// <summary>
/// Feedback without a coverage tool: a refusal that was not seen before reached a place that was not reached before. Messages name the reason and
/// the place. They are compared by their first word and their end, between which names are quoted, and with numbers in them by their length only.
/// </summary>
internal sealed class Novelty
{
    // Some messages name what they refuse without quoting it; memory must not grow with the inputs.
    private const int MostClasses = 20_000;

    private const int Tail = 40;

    private readonly HashSet<ulong> _seen = [];

    public int Classes => _seen.Count;

    public bool IsNew(string? refusal, string description) =>
        _seen.Count < MostClasses && _seen.Add(refusal is null ? Hash(description, 1) : Hash(refusal, 2));

    private static ulong Hash(string text, ulong seed)
    {
        var hash = 14695981039346656037 ^ seed;
        Add(text.AsSpan(0, Math.Max(0, text.IndexOf(' '))));
        Add(text.AsSpan(Math.Max(text.LastIndexOf('"') + 1, text.Length - Tail)));
        return hash;

        void Add(ReadOnlySpan<char> part)
        {
            foreach (var c in part)
                hash = (hash ^ (char.IsAsciiHexDigitLower(c) ? '0' : c)) * 1099511628211;
        }
    }
}
