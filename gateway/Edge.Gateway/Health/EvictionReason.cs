namespace Edge.Gateway.Health;

/// <summary>Why entries were evicted from the store.</summary>
public enum EvictionReason
{
    /// <summary>Anchored, and older than <c>retention.keep_anchored</c>.</summary>
    Retention,
}
