using System.Net;

namespace Edge.Site.Serving;

/// <summary>What one connection holds.</summary>
/// <param name="From">The client's network.</param>
/// <param name="End">Closes the connection at once.</param>
internal sealed record Place(IPAddress From, Action End)
{
    /// <summary>A request of it is being answered.</summary>
    public bool IsBusy { get; set; }

    /// <summary>It has sent a whole request's head.</summary>
    public bool HasAsked { get; set; }
}
