namespace Edge.Site.Ports;

/// <summary>Whether somebody answers for this gateway's installation.</summary>
public interface ICommissioning
{
    /// <summary>The log holds a commissioning entry. From any thread; cheap to ask with every request.</summary>
    bool IsCommissioned { get; }
}
