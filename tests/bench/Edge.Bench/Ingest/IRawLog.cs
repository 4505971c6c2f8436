using Edge.Store.Log;

namespace Edge.Bench.Ingest;

/// <summary>The plainest way to keep encoded entries in a database: no tree, no seals, no signatures.</summary>
internal interface IRawLog : IDisposable
{
    /// <summary>Makes the first entries of a batch durable.</summary>
    /// <param name="count">How many.</param>
    /// <param name="perCommit">Entries in one transaction.</param>
    void Insert(EntryBatch entries, int count, int perCommit);
}
