using Edge.Fuzz.Mutations;
using Edge.Fuzz.Seeds;

namespace Edge.Fuzz.Targets;

/// <summary>One parser, what it is fed with, and what must hold for whatever it accepts.</summary>
internal abstract class FuzzTarget(string name, IReadOnlyList<byte[]> seeds)
{
    /// <summary>The word on the command line.</summary>
    public string Name => name;

    /// <summary>Inputs to begin with; accepted ones among them.</summary>
    public IReadOnlyList<byte[]> Seeds { get; } = [.. seeds, .. Regressions.Of(name)];

    public required IReadOnlyList<Mutation> Mutations { get; init; }

    /// <summary>Makes right again what would hide a change from all but the first check.</summary>
    public Mutation? Repair { get; init; }

    /// <summary>What reading and writing back may allocate.</summary>
    public AllocationBound Allocation { get; init; } = AllocationBound.Usual;

    /// <summary>Milliseconds that reading may take, whatever the input.</summary>
    public int MillisecondsAllowed { get; init; } = 100;

    /// <summary>About how many times as long as the cheapest one it takes; bounded runs share their time by it.</summary>
    public int Cost { get; init; } = 1;

    /// <exception cref="Edge.Ledger.MalformedException">Refused.</exception>
    public abstract object Read(ReadOnlySpan<byte> input);

    /// <summary>The one form of what was read, which must be the input; null where the core has no writer for it.</summary>
    public abstract byte[]? Write(object value, ReadOnlySpan<byte> input);

    /// <summary>What was accepted, in a few words: two readings of one input must agree in it, and a new one is worth keeping.</summary>
    public abstract string Describe(object value);

    /// <summary>Why accepting this was wrong; null if it was right.</summary>
    public abstract string? Objection(object value, ReadOnlySpan<byte> input);
}
