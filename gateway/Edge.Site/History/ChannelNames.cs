using Edge.Site.Ports;

namespace Edge.Site.History;

/// <summary>Which channels can be asked for.</summary>
internal static class ChannelNames
{
    /// <exception cref="RefusedException">There is no such channel.</exception>
    public static void Require(IReadOnlyList<LiveChannel> channels, string? name)
    {
        if (name is not null && channels.All(c => c.Name != name))
            throw new RefusedException(Refusal.NotFound, "this gateway has no such channel; /api/v1/channels lists those it has");
    }
}
