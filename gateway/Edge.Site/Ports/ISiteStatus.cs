namespace Edge.Site.Ports;

/// <summary>How the gateway is.</summary>
public interface ISiteStatus
{
    /// <summary>The line of <c>edge status --json</c>, UTF-8, without its end. From any thread; cheap to ask several times a second.</summary>
    ReadOnlyMemory<byte> Json();
}
