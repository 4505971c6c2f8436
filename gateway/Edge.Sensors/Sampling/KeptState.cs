using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Edge.Sensors.Sampling;

/// <summary>A method that waits, and its completion. Free again once its result was taken.</summary>
internal abstract class KeptState<TResult> : IValueTaskSource<TResult>, IValueTaskSource
{
    private ManualResetValueTaskSourceCore<TResult> _core;

    protected KeptState() => Continue = MoveNext;

    public Action Continue { get; }

    public short Version => _core.Version;

    public void SetResult(TResult result) => _core.SetResult(result);

    public void SetException(Exception exception) => _core.SetException(exception);

    public TResult GetResult(short token)
    {
        try
        {
            return _core.GetResult(token);
        }
        finally
        {
            if (token == _core.Version)
            {
                _core.Reset();
                Free();
            }
        }
    }

    void IValueTaskSource.GetResult(short token) => GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    protected abstract void MoveNext();

    protected abstract void Free();
}

/// <summary>The same of one method, with those that are free.</summary>
internal sealed class KeptState<TMachine, TResult> : KeptState<TResult>
    where TMachine : IAsyncStateMachine
{
    private static readonly Lock Gate = new();
    private static KeptState<TMachine, TResult>? _free;

    private TMachine? _machine;
    private KeptState<TMachine, TResult>? _next;

    public TMachine Machine
    {
        set => _machine = value;
    }

    public static KeptState<TMachine, TResult> Take()
    {
        lock (Gate)
        {
            if (_free is not { } state)
                return new KeptState<TMachine, TResult>();
            (_free, state._next) = (state._next, null);
            return state;
        }
    }

    protected override void MoveNext() => _machine!.MoveNext();

    protected override void Free()
    {
        _machine = default;
        lock (Gate)
            (_next, _free) = (_free, this);
    }
}
