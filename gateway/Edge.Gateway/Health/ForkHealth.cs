using Edge.Ledger.Mqtt.Anchoring;

namespace Edge.Gateway.Health;

/// <summary>Who knows another history of this log, which is why anchoring has stopped.</summary>
/// <param name="By">Departments; null: the city, by a receipt or a block.</param>
/// <param name="Size">Of the checkpoint that they know.</param>
/// <param name="End">Where this log ended then; below <paramref name="Size"/> it is longer there, otherwise another one.</param>
public sealed record ForkHealth(string? By, ulong Size, ulong End)
{
    public static ForkHealth Of(Fork fork) => new(fork.By == Fork.City ? null : fork.By, fork.Size, fork.End);
}
