using Edge.Sparkplug;

namespace Edge.Gateway.Health;

/// <summary>How operators' hosts are told what is read.</summary>
/// <param name="Connected">The node has its link to its broker.</param>
/// <param name="Born">Its births went out on that link, and data follows.</param>
/// <param name="Remaining">Log entries that are held and have not been told yet.</param>
/// <param name="PrimaryHost">The host without which the node says nothing; null: it speaks to whoever listens.</param>
/// <param name="Problem">Why there is no link; null while there is one.</param>
public sealed record SparkplugHealth(bool Connected, bool Born, ulong Remaining, string? PrimaryHost = null, string? Problem = null)
{
    public static SparkplugHealth Of(SparkplugStatus node, string? primaryHost) =>
        new(node.IsConnected, node.IsBorn, node.Remaining, primaryHost, node.IsConnected ? null : node.Problem);
}
