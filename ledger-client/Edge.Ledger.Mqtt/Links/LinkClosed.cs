namespace Edge.Ledger.Mqtt.Links;

/// <summary>Why a link ended.</summary>
/// <param name="ByUs">It was closed on purpose, from this side.</param>
/// <param name="Reason">One sentence for the log.</param>
public sealed record LinkClosed(bool ByUs, string Reason);
