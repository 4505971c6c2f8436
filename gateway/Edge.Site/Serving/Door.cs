using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Edge.Site.Serving;

/// <summary>Where the site page is served, and how.</summary>
/// <param name="Certificate">With its key; null: without TLS.</param>
/// <param name="Missing">Why it is not where the settings want it; empty when it is.</param>
internal sealed record Door(IPEndPoint Listen, X509Certificate2? Certificate, IReadOnlyList<string> Missing) : IDisposable
{
    public string Scheme => Certificate is null ? "http" : "https";

    public bool IsSameAs(Door other) => Listen.Equals(other.Listen) && Missing.SequenceEqual(other.Missing) && Certificate?.Thumbprint == other.Certificate?.Thumbprint;

    public void Dispose() => Certificate?.Dispose();
}
