namespace Edge.Site.Tap;

/// <summary>What anyone who scans the code at a tap is shown without login.</summary>
/// <param name="Name">Of the place.</param>
/// <param name="ChineseName">The same in Chinese.</param>
/// <param name="Address">Where phones reach the gateway, https; null: not said, and no code can be printed by it.</param>
/// <param name="Channels">One to <see cref="MostChannels"/>, in the order in which they are shown.</param>
public sealed record TapSettings(string Name, string ChineseName, Uri? Address, IReadOnlyList<TapChannel> Channels)
{
    /// <summary>What fits on a phone's screen.</summary>
    public const int MostChannels = 4;

    /// <summary>Under <see cref="Address"/>.</summary>
    public const string Path = "/tap";
}

/// <summary>One figure of the tap's page.</summary>
/// <param name="Channel">The channel's name in the log.</param>
/// <param name="Name">What people call it.</param>
/// <param name="ChineseName">The same in Chinese.</param>
public sealed record TapChannel(string Channel, string Name, string ChineseName);
