using Edge.Gateway.Past;
using Edge.Ledger;
using Edge.Site.Ports;
using Edge.Store;
using Edge.Store.Log;
using Edge.Store.Tree;

namespace Edge.Gateway.Site;

/// <summary>Whether the log holds a commissioning entry: once it does, it does for ever; until then it is looked up at most every few seconds.</summary>
public sealed class GatewayCommissioning(Func<ILogReader> open, TimeProvider time) : ICommissioning
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private long? _looked;
    private bool _is;

    public bool IsCommissioned
    {
        get
        {
            lock (_gate)
            {
                if (_is || (_looked is { } then && time.GetElapsedTime(then) < LookEvery))
                    return _is;
                _looked = time.GetTimestamp();
                return _is = Look();
            }
        }
    }

    private bool Look()
    {
        try
        {
            using var reader = open();
            return CommissionedMark.Is(new LogView(reader));
        }
        catch (Exception e) when (e is StoreException or MalformedException)
        {
            return false;
        }
    }
}
