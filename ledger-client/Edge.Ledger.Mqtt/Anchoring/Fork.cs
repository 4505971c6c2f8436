namespace Edge.Ledger.Mqtt.Anchoring;

/// <summary>Somebody knows a checkpoint that carries a log's own signature and that the log does not contain: it was restored or copied.</summary>
/// <param name="By">Who showed it: departments, or the city.</param>
/// <param name="Origin">The log.</param>
/// <param name="Size">Of that checkpoint.</param>
/// <param name="End">Where the log ends here. Below <paramref name="Size"/>: it is longer there; otherwise its root is another one there.</param>
public sealed record Fork(string By, string Origin, ulong Size, ulong End)
{
    /// <summary>What a receipt or a block of the city shows.</summary>
    public const string City = "The city";

    /// <summary>In English, for people.</summary>
    public override string ToString() => Size > End
        ? FormattableString.Invariant($"{By} knows {Origin} at size {Size}; this log ends at {End}. It was restored from an older copy, or another device has its key.")
        : FormattableString.Invariant($"{By} knows another history of {Origin}: its root at size {Size} is not this log's. Another device has its key, or the log was restored and went on.");
}
