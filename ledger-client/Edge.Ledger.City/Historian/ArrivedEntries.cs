using Edge.Ledger.Historian;

namespace Edge.Ledger.City.Historian;

/// <summary>Entries that came from a gateway.</summary>
/// <param name="Gateway">Its id.</param>
/// <param name="Entries">What it sent.</param>
public readonly record struct ArrivedEntries(string Gateway, EntriesMessage Entries);
