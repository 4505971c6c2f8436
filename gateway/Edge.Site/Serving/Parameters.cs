namespace Edge.Site.Serving;

/// <summary>The query parameters that a path knows; any other is refused, so that a misspelt one is not passed over.</summary>
internal sealed record Parameters(params IReadOnlyList<string> Names);
