namespace Edge.Sensors.Catalog;

/// <summary>What a setting may be, for whoever describes the settings. It refuses nothing: whoever reads the setting does, in words that say what would fit.</summary>
public sealed record Allowed
{
    /// <summary>The least number; null: none.</summary>
    public double? Low { get; private init; }

    /// <summary>The greatest number; null: none.</summary>
    public double? High { get; private init; }

    /// <summary>Whether <see cref="Low"/> itself is too low.</summary>
    public bool IsAbove { get; private init; }

    /// <summary>The only numbers; null: any within the limits.</summary>
    public IReadOnlyList<double>? Numbers { get; private init; }

    /// <summary>The only words; null: any text.</summary>
    public IReadOnlyList<string>? Words { get; private init; }

    /// <summary>A regular expression that a text matches, as ECMA-262 has them; null: any.</summary>
    public string? Pattern { get; private init; }

    /// <summary>Most characters of a text; null: no limit.</summary>
    public int? Length { get; private init; }

    /// <summary>Whether it must be written although it is read like one that need not be.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>A number from one to another, both allowed.</summary>
    public static Allowed From(double low, double high) => new() { Low = low, High = high };

    /// <summary>A number that is not lower.</summary>
    public static Allowed AtLeast(double low) => new() { Low = low };

    /// <summary>A number that is higher, up to a limit if there is one.</summary>
    public static Allowed Above(double low, double? high = null) => new() { Low = low, High = high, IsAbove = true };

    /// <summary>One of a few numbers.</summary>
    public static Allowed Only(ReadOnlySpan<int> numbers) => new() { Numbers = [.. numbers.ToArray().Select(n => (double)n)] };

    /// <summary>One of a few numbers.</summary>
    public static Allowed Only(ReadOnlySpan<double> numbers) => new() { Numbers = [.. numbers] };

    /// <summary>One of a few words.</summary>
    public static Allowed OneOf(params IReadOnlyList<string> words) => new() { Words = words };

    /// <summary>A text of a form.</summary>
    /// <param name="pattern">A regular expression, as ECMA-262 has them.</param>
    public static Allowed Like(string pattern) => new() { Pattern = pattern };

    /// <summary>A text of so many characters at most.</summary>
    public static Allowed UpTo(int length) => new() { Length = length };
}
