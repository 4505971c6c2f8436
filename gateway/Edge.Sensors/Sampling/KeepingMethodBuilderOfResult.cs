#pragma warning disable CA1000, CA1822 // as the compiler wants them
using System.Runtime.CompilerServices;

namespace Edge.Sensors.Sampling;

/// <summary>The same of a method with a result: <see cref="KeepingMethodBuilder"/>.</summary>
/// <typeparam name="TResult">Of the method.</typeparam>
public struct KeepingMethodBuilder<TResult>
{
    private KeptState<TResult>? _kept;
    private Exception? _failed;
    private TResult _result;

    /// <summary>For the compiler.</summary>
    public static KeepingMethodBuilder<TResult> Create() => default;

    /// <summary>What the caller awaits, once.</summary>
    public ValueTask<TResult> Task => _kept is { } kept ? new ValueTask<TResult>(kept, kept.Version)
        : _failed is { } failed ? ValueTask.FromException<TResult>(failed) : new ValueTask<TResult>(_result);

    internal ValueTask Untyped => _kept is { } kept ? new ValueTask(kept, kept.Version) : _failed is { } failed ? ValueTask.FromException(failed) : default;

    /// <summary>Runs the method until it waits.</summary>
    public void Start<TMachine>(ref TMachine machine)
        where TMachine : IAsyncStateMachine => machine.MoveNext();

    /// <summary>Not needed.</summary>
    public void SetStateMachine(IAsyncStateMachine machine)
    {
    }

    /// <summary>It ended.</summary>
    public void SetResult(TResult result)
    {
        if (_kept is { } kept)
            kept.SetResult(result);
        else
            _result = result;
    }

    /// <summary>It failed.</summary>
    public void SetException(Exception exception)
    {
        if (_kept is { } kept)
            kept.SetException(exception);
        else
            _failed = exception;
    }

    /// <summary>It waits.</summary>
    public void AwaitOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine machine)
        where TAwaiter : INotifyCompletion
        where TMachine : IAsyncStateMachine => awaiter.OnCompleted(Keep(ref machine));

    /// <summary>It waits.</summary>
    public void AwaitUnsafeOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine machine)
        where TAwaiter : ICriticalNotifyCompletion
        where TMachine : IAsyncStateMachine => awaiter.UnsafeOnCompleted(Keep(ref machine));

    /// <summary>At the first wait the method moves into a state that is kept; this builder, a field of it, moves along.</summary>
    private Action Keep<TMachine>(ref TMachine machine)
        where TMachine : IAsyncStateMachine
    {
        if (_kept is null)
        {
            var state = KeptState<TMachine, TResult>.Take();
            _kept = state;
            state.Machine = machine;
        }

        return _kept.Continue;
    }
}
