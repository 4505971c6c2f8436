namespace Edge.Site.Ports;

/// <summary>How the gateway is.</summary>
public interface ISiteStatus
{
    /// <summary>The line of <c>edge status --json</c>, UTF-8, without its end. From any thread; cheap to ask several times a second.</summary>
    ReadOnlyMemory<byte> Json();

    /// <summary>The same as <c>edge status</c> says it to people, in each language: <c>{"en": {"measuring", "proving", "needing", "head", "needs": [{"need", "advice", "items"}], "figures": [[label, text]]}, "zh": {...}}</c>.</summary>
    /// <inheritdoc cref="Json"/>
    ReadOnlyMemory<byte> Said();
}
