namespace Edge.Interop.Tests.Peers;

/// <summary>The peers in JavaScript, with the packages that "./edge test" installs; needs Node.js 18 or later.</summary>
internal static class NodePeer
{
    private static readonly string Packages = Path.Combine(Peer.Place, "node", "node_modules");

    /// <summary>Why they cannot be asked; null when they can.</summary>
    public static string? Missing { get; } =
        !Peer.IsInPath("node") ? "Node.js is not installed: apt-get install nodejs npm, then ./edge test --suite Interop"
        : !File.Exists(Path.Combine(Peer.Place, "node", "installed.json")) ? "the npm packages are not installed: ./edge test --suite Interop installs them"
        : null;

    /// <summary>Proofs by @transmute/rfc9162.</summary>
    public static Peer Proofs { get; } = Script("proofs.js");

    /// <summary>COSE_Sign1 by @auth0/cose.</summary>
    public static Peer Receipts { get; } = Script("receipts.js");

    /// <summary>SM2 and SM3 by sm-crypto.</summary>
    public static Peer Sm2 { get; } = Script("sm2.js");

    /// <summary>Payloads of Sparkplug B by sparkplug-payload.</summary>
    public static Peer Sparkplug { get; } = Script("sparkplug-vectors.js");

    private static Peer Script(string name) =>
        new("node", [Path.Combine(Peer.Sources, "node", name)], new Dictionary<string, string?> { ["NODE_PATH"] = Packages, ["NODE_OPTIONS"] = null });
}
