using System.Threading.Channels;

namespace Edge.Site.Live;

/// <summary>One who watches; disposing leaves.</summary>
/// <param name="Frames">Server-sent events as bytes; ends when this viewer does not keep up.</param>
public sealed record Viewer(ChannelReader<ReadOnlyMemory<byte>> Frames, Action Leave) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Leave();
}
