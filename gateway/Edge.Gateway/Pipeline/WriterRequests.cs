using System.Collections.Concurrent;
using Edge.Gateway.Time;
using Edge.Ledger.Entries;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Pipeline;

/// <summary>What others want written: it is done by the writer, between ticks, because a log has one writer.</summary>
public sealed class WriterRequests(MerkleLog log)
{
    private readonly ConcurrentQueue<(ulong Size, byte[] Receipt, TaskCompletionSource Done)> _receipts = new();
    private readonly ConcurrentQueue<Asked> _entries = new();
    private (Asked Asked, ulong Index)? _entered;

    private sealed record Asked(Func<ClockStamp, Entry> Entry, TaskCompletionSource<ulong> Done, CancellationToken Cancellation);

    /// <summary>Stores a verified receipt; completes when it is durable. One that comes while the gateway stops is not stored: the city gives it again.</summary>
    public Task PutReceiptAsync(ulong size, byte[] receipt, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _receipts.Enqueue((size, receipt, done));
        return done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Enters what a person answers for; gives its index when it is durable and sealed. Waits while the store does not take anything.</summary>
    public Task<ulong> EnterAsync(Func<ClockStamp, Entry> entry, CancellationToken cancellationToken)
    {
        var asked = new Asked(entry, new(TaskCreationOptions.RunContinuationsAsynchronously), cancellationToken);
        _entries.Enqueue(asked);
        return asked.Done.Task.WaitAsync(cancellationToken);
    }

    public void Serve(LogWriter writer)
    {
        ServeReceipts();
        while (_entered is null && !writer.IsWaiting && _entries.TryDequeue(out var asked))
        {
            // Whoever does not wait for it any more was told that it is not in the log.
            if (!asked.Cancellation.IsCancellationRequested)
                _entered = (asked, writer.Enter(asked.Entry));
            Confirm();
        }

        Confirm();
    }

    private void Confirm()
    {
        if (_entered is not var (asked, index) || log.Size <= index)
            return;
        _entered = null;
        asked.Done.TrySetResult(index);
    }

    private void ServeReceipts()
    {
        while (_receipts.TryDequeue(out var request))
        {
            try
            {
                log.PutReceipt(request.Size, request.Receipt);
                request.Done.TrySetResult();
            }
            catch (StoreException e)
            {
                request.Done.TrySetException(e);
            }
        }
    }
}
