namespace Edge.Ledger.City.Historian;

/// <summary>A gateway sent another entry for an index than it did before.</summary>
/// <param name="Gateway">Its id.</param>
/// <param name="Index">The lowest such index of what it sent.</param>
public readonly record struct Contradiction(string Gateway, ulong Index);
