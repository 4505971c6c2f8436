using System.Globalization;

namespace Edge.Gateway.Configuration;

/// <summary>What is done when the log's room runs out; several are tried in the order given. As text it is named as in the configuration.</summary>
public abstract record FullPolicy;

/// <summary>Nothing more is taken of some channels.</summary>
/// <param name="Channels">At least one.</param>
public sealed record StopPolicy(IReadOnlyList<string> Channels) : FullPolicy
{
    public override string ToString() => $"stop {string.Join(' ', Channels)}";
}

/// <summary>Of some channels only every n-th reading is kept, and every one that crosses a limit.</summary>
/// <param name="Keep">One of so many is kept; 2 to 100,000.</param>
/// <param name="Channels">Empty: all.</param>
public sealed record ThinPolicy(int Keep, IReadOnlyList<string> Channels) : FullPolicy
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"thin {(Channels.Count == 0 ? "all" : string.Join(' ', Channels))} to 1 of {Keep}");
}

/// <summary>The oldest entries go, although the city does not hold them.</summary>
public sealed record EvictPolicy : FullPolicy
{
    public override string ToString() => "evict";
}

/// <summary>Nothing more is taken of any channel.</summary>
public sealed record BlockPolicy : FullPolicy
{
    public override string ToString() => "block";
}
