using System.Text;

namespace Edge.Ledger.Text;

/// <summary>Reads newline-terminated lines out of a byte text, strictly: every line ends in U+000A, none holds a CR.</summary>
internal ref struct LineReader(ReadOnlySpan<byte> text, string what)
{
    private readonly string _what = what;

    /// <summary>What has not been read yet.</summary>
    public ReadOnlySpan<byte> Rest { get; private set; } = text;

    public int Number { get; private set; }

    public readonly bool AtEnd => Rest.IsEmpty;

    /// <exception cref="MalformedException">No complete line is left.</exception>
    public ReadOnlySpan<byte> Next()
    {
        var end = Rest.IndexOf((byte)'\n');
        Number++;
        if (end < 0)
            throw Wrong(Rest.IsEmpty ? "the text ends too early" : "the line does not end in a newline");
        var line = Rest[..end];
        Rest = Rest[(end + 1)..];
        return line;
    }

    /// <summary>Reads a line "<paramref name="keyword"/> value" and returns the value.</summary>
    public ReadOnlySpan<byte> Next(ReadOnlySpan<byte> keyword)
    {
        var line = Next();
        if (line.Length > keyword.Length && line.StartsWith(keyword) && line[keyword.Length] == ' ')
            return line[(keyword.Length + 1)..];
        throw Wrong($"the line must start with \"{Encoding.ASCII.GetString(keyword)} \"");
    }

    public readonly MalformedException Wrong(string why) => new($"{_what}, line {Number}: {why}");
}
