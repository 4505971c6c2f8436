using System.Diagnostics.CodeAnalysis;
using Edge.Fuzz.Targets;
using Edge.Ledger;

namespace Edge.Fuzz.Runs;

/// <summary>Gives one input to one parser and checks everything that must hold, whatever the input.</summary>
internal sealed class Probe(FuzzTarget target, TimeProvider clock)
{
    private const int RereadRefusals = 16;
    private const int Remeasurements = 3;

    private long _probed;

    /// <summary>The longest a reading took, and the length of its input.</summary>
    public TimeSpan Slowest { get; private set; }

    public int SlowestLength { get; private set; }

    /// <summary>The most allocated, as a fraction of the bound.</summary>
    public double NearestToBound { get; private set; }

    /// <summary>The message with which the last input was refused; null if it was accepted.</summary>
    public string? Refusal { get; private set; }

    /// <summary>What the last input was accepted as.</summary>
    public string Description { get; private set; } = "";

    public Failure? Try(ReadOnlySpan<byte> input)
    {
        _probed++;
        var reading = Read(input, out var value);
        if (reading.Thrown is { } thrown)
            return Fail(FailureKind.Threw, thrown, input);
        Refusal = reading.Refusal;
        Description = value is null ? "" : target.Describe(value);
        if (Measure(reading, input) is { } failure)
            return failure;
        if (value is not null || _probed % RereadRefusals == 0)
        {
            var again = Read(input, out var second);
            var description = second is null ? "" : target.Describe(second);
            if (again.Refusal != reading.Refusal || description != Description)
                return Fail(FailureKind.NotDeterministic, $"\"{reading.Refusal ?? Description}\", then \"{again.Refusal ?? description}\"", input);
        }

        if (value is null)
            return null;
        try
        {
            if (target.Write(value, input) is { } canonical && !input.SequenceEqual(canonical))
                return Fail(FailureKind.NotCanonical, $"{input.Length} bytes are accepted; their one form has {canonical.Length}, equal up to byte {input.CommonPrefixLength(canonical)}", input);
            return target.Objection(value, input) is { } objection ? Fail(FailureKind.Unsound, objection, input) : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Fail(FailureKind.Threw, $"writing back what was read: {e.GetType().Name}: {e.Message}", input);
        }
    }

    /// <summary>What is beyond a bound is measured again: the first reading may have paid for compilation or a collection.</summary>
    private Failure? Measure(Reading reading, ReadOnlySpan<byte> input)
    {
        var (elapsed, allocated) = (reading.Elapsed, reading.Allocated);
        var bound = target.Allocation.Of(input.Length);
        if (elapsed > Slowest || allocated > bound * NearestToBound)
        {
            for (var n = 0; n < Remeasurements; n++)
            {
                var again = Read(input, out _);
                elapsed = again.Elapsed < elapsed ? again.Elapsed : elapsed;
                allocated = Math.Min(allocated, again.Allocated);
            }
        }

        if (elapsed > Slowest)
            (Slowest, SlowestLength) = (elapsed, input.Length);
        NearestToBound = Math.Max(NearestToBound, (double)allocated / bound);
        if (allocated > bound)
            return Fail(FailureKind.Allocated, $"{allocated} bytes for {input.Length}; {bound} are allowed ({target.Allocation})", input);
        return elapsed.TotalMilliseconds > target.MillisecondsAllowed
            ? Fail(FailureKind.Slow, $"{elapsed.TotalMilliseconds:F1} ms for {input.Length} bytes; {target.MillisecondsAllowed} ms are allowed", input)
            : null;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever leaves a parser is what is looked for.")]
    private Reading Read(ReadOnlySpan<byte> input, out object? value)
    {
        value = null;
        string? refusal = null, thrown = null;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = clock.GetTimestamp();
        try
        {
            value = target.Read(input);
        }
        catch (MalformedException e)
        {
            refusal = e.Message;
        }
        catch (Exception e)
        {
            thrown = $"{e.GetType().Name}: {e.Message}";
        }

        return new Reading(refusal, thrown, clock.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    private Failure Fail(FailureKind kind, string detail, ReadOnlySpan<byte> input) => new(target.Name, kind, detail, input.ToArray());

    private readonly record struct Reading(string? Refusal, string? Thrown, TimeSpan Elapsed, long Allocated);
}
