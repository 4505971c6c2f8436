#pragma warning disable CA1822 // the compiler calls them on the builder
using System.Runtime.CompilerServices;

namespace Edge.Sensors.Sampling;

/// <summary>
/// For methods of every round that wait: keeps as many of a method's states as were ever under way at once, so that none is made anew. The runtime's pooling
/// builder keeps one per thread and core; loops of one bus share a thread, and each device of a kind that waits beside another made a new one in each round.
/// Values of AsyncLocal do not come with a method past its waits.
/// </summary>
public struct KeepingMethodBuilder
{
    private KeepingMethodBuilder<bool> _builder;

    /// <summary>For the compiler.</summary>
    public static KeepingMethodBuilder Create() => default;

    /// <summary>What the caller awaits, once.</summary>
    public ValueTask Task => _builder.Untyped;

    /// <summary>Runs the method until it waits.</summary>
    public void Start<TMachine>(ref TMachine machine)
        where TMachine : IAsyncStateMachine => machine.MoveNext();

    /// <summary>Not needed.</summary>
    public void SetStateMachine(IAsyncStateMachine machine)
    {
    }

    /// <summary>It ended.</summary>
    public void SetResult() => _builder.SetResult(true);

    /// <summary>It failed.</summary>
    public void SetException(Exception exception) => _builder.SetException(exception);

    /// <summary>It waits.</summary>
    public void AwaitOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine machine)
        where TAwaiter : INotifyCompletion
        where TMachine : IAsyncStateMachine => _builder.AwaitOnCompleted(ref awaiter, ref machine);

    /// <summary>It waits.</summary>
    public void AwaitUnsafeOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine machine)
        where TAwaiter : ICriticalNotifyCompletion
        where TMachine : IAsyncStateMachine => _builder.AwaitUnsafeOnCompleted(ref awaiter, ref machine);
}
