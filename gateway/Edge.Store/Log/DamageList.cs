using System.Collections;

namespace Edge.Store.Log;

/// <summary>What was damaged, in the order in which it was found. Grows while the log is written; may be read from any thread.</summary>
public sealed class DamageList(params IEnumerable<StoreDamage> found) : IReadOnlyList<StoreDamage>
{
    private volatile StoreDamage[] _all = [.. found];

    public int Count => _all.Length;

    public StoreDamage this[int index] => _all[index];

    /// <summary>For the writer's thread.</summary>
    public void Add(StoreDamage damage) => _all = [.. _all, damage];

    public IEnumerator<StoreDamage> GetEnumerator() => ((IEnumerable<StoreDamage>)_all).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
