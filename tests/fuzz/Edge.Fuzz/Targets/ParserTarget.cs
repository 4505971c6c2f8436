namespace Edge.Fuzz.Targets;

/// <summary>A target made of functions.</summary>
/// <param name="read">The parser.</param>
internal sealed class ParserTarget<T>(string name, IReadOnlyList<byte[]> seeds, Func<ReadOnlySpan<byte>, T> read) : FuzzTarget(name, seeds)
    where T : notnull
{
    /// <summary>Writes what was read in its one form.</summary>
    public Func<T, byte[]?>? Writer { get; init; }

    /// <summary>In place of <see cref="Writer"/> where writing needs more than what was read.</summary>
    public Func<T, ReadOnlySpan<byte>, byte[]?>? WriterWithInput { get; init; }

    public Func<T, string>? Description { get; init; }

    public Func<T, string?>? Judge { get; init; }

    public override object Read(ReadOnlySpan<byte> input) => read(input);

    public override byte[]? Write(object value, ReadOnlySpan<byte> input) => WriterWithInput is { } writer ? writer((T)value, input) : Writer?.Invoke((T)value);

    public override string Describe(object value) => Description?.Invoke((T)value) ?? "";

    public override string? Objection(object value, ReadOnlySpan<byte> input) => Judge?.Invoke((T)value);
}
