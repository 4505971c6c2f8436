using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Edge.Testing;

/// <summary>Waits for what must come true, and no longer; fails with the condition's own text when the limit passes.</summary>
public static class Eventually
{
    /// <summary>Long enough for a loaded machine; only a failing test waits so long.</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    /// <exception cref="TimeoutException">The condition did not hold within the limit.</exception>
    public static Task True(Func<bool> condition, TimeSpan? limit = null, CancellationToken cancellation = default,
        [CallerArgumentExpression(nameof(condition))] string words = "") =>
        True(() => Task.FromResult(condition()), limit, cancellation, words);

    /// <inheritdoc cref="True(Func{bool}, TimeSpan?, CancellationToken, string)"/>
    public static async Task True(Func<Task<bool>> condition, TimeSpan? limit = null, CancellationToken cancellation = default,
        [CallerArgumentExpression(nameof(condition))] string words = "")
    {
        ArgumentNullException.ThrowIfNull(condition);
        var bound = limit ?? DefaultLimit;
        var waited = Stopwatch.StartNew();
        while (!await condition().ConfigureAwait(false))
        {
            if (waited.Elapsed > bound)
                throw new TimeoutException($"Not within {bound.TotalSeconds:F1} s: {words}");
            await Task.Delay(Step, cancellation).ConfigureAwait(false);
        }
    }
}
