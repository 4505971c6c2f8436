using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Bench.Footprint;

/// <summary>Looks over the gateway's shoulder, as any reader of its log may, until a reading is durable.</summary>
internal static class FirstReading
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);

    /// <exception cref="OperationCanceledException">It did not come.</exception>
    public static async Task WaitAsync(string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        using var reader = await OpenAsync(folder, time, cancellationToken);
        var log = new LogView(reader);
        for (ulong seen = 0; ;)
        {
            var size = reader.Extent.Size;
            var found = false;
            log.ReadEntries(seen, size - seen, (_, entry) => found |= Entry.Decode(entry) is ReadingEntry);
            if (found)
                return;
            seen = size;
            await Task.Delay(Step, time, cancellationToken);
        }
    }

    private static async Task<ILogReader> OpenAsync(string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if (Directory.Exists(folder))
                    return LogFolder.OpenReader(folder);
            }
            catch (StoreException)
            {
                // The gateway is still making it.
            }

            await Task.Delay(Step, time, cancellationToken);
        }
    }
}
