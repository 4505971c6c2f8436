using Edge.Ledger.Historian;

namespace Edge.Ledger.Mqtt.Draining;

/// <summary>A bundle on its way.</summary>
/// <param name="Entries">Its entries.</param>
/// <param name="At">When it was sent: a timestamp of the drain's clock.</param>
/// <param name="Published">What the broker objects to; null when it took the bundle for somebody.</param>
internal sealed record SentBundle(Lane Lane, IndexSpan Entries, long At, Task<string?> Published);
