using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Edge.Gateway.Configuration;

/// <summary>
/// Looks at a YAML text event by event before it is loaded, because loading follows nesting by recursion: refuses what a configuration does not need
/// (deep nesting, anchors and aliases, tags, further documents). Needs no more stack for a hostile text than for a good one.
/// </summary>
internal static class YamlShape
{
    /// <summary>Mappings and lists inside each other; a configuration needs six.</summary>
    public const int MaxDepth = 16;

    /// <summary>The first thing refused, with its line; null when there is none. What is not YAML at all is left to the loader to report.</summary>
    public static (int Line, string Message)? Refusal(string text)
    {
        var parser = new Parser(new StringReader(text));
        int depth = 0, documents = 0;
        try
        {
            while (parser.MoveNext())
            {
                var item = parser.Current!;
                depth += item.NestingIncrease * (item is MappingStart or MappingEnd or SequenceStart or SequenceEnd ? 1 : 0);
                documents += item is DocumentStart ? 1 : 0;
                if (Message(item, depth, documents) is { } message)
                    return ((int)item.Start.Line, message);
            }
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            return null;
        }

        return null;
    }

    private static string? Message(ParsingEvent item, int depth, int documents) => item switch
    {
        _ when depth > MaxDepth => $"lists and mappings are nested deeper than {MaxDepth}; a configuration needs six levels, write it without the brackets or indentation that are too many",
        AnchorAlias alias => $"*{alias.Value} is an alias; write the value itself here",
        NodeEvent { Anchor.IsEmpty: false } node => $"&{node.Anchor.Value} is an anchor; remove it, and write the value at each place that needs it",
        NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } tag } => $"{tag.Value} is a tag; remove it, values need none",
        DocumentStart when documents > 1 => "a second document begins here; write one, without \"---\" between",
        _ => null,
    };
}
