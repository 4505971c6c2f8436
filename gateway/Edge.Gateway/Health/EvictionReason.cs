namespace Edge.Gateway.Health;

/// <summary>Why entries were evicted from the store.</summary>
public enum EvictionReason
{
    /// <summary>Anchored, and older than <c>retention.keep_anchored</c>.</summary>
    Retention,

    /// <summary>Anchored, and removed to make room before that age.</summary>
    Released,

    /// <summary>Not anchored, and removed to make room.</summary>
    Unanchored,
}
