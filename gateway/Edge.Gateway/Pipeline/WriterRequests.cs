using System.Collections.Concurrent;
using Edge.Store;
using Edge.Store.Tree;

namespace Edge.Gateway.Pipeline;

/// <summary>What others want written: it is done by the writer, between ticks, because a log has one writer.</summary>
public sealed class WriterRequests(MerkleLog log)
{
    private readonly ConcurrentQueue<(ulong Size, byte[] Receipt, TaskCompletionSource Done)> _receipts = new();

    /// <summary>Stores a verified receipt; completes when it is durable. One that comes while the gateway stops is not stored: the city gives it again.</summary>
    public Task PutReceiptAsync(ulong size, byte[] receipt, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _receipts.Enqueue((size, receipt, done));
        return done.Task.WaitAsync(cancellationToken);
    }

    public void Serve()
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
