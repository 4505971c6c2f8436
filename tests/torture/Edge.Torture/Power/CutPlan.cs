using System.Globalization;

namespace Edge.Torture.Power;

/// <summary>When the power goes, as the seed has it; counted in what happens, not in time, so that a slow machine is cut at the same places.</summary>
/// <param name="From">What the count begins with.</param>
/// <param name="Count">Of writes and flushes that the disk still takes, or of acknowledgements.</param>
internal sealed record CutPlan(CutPhase From, int Count, bool CountsAcknowledgements)
{
    /// <summary>Most cuts fall between two requests of ordinary work, some right after an acknowledgement, some into the recovery from the cut before.</summary>
    public static CutPlan Of(ulong seed)
    {
        var chance = Chance(seed);
        return chance.Next(10) switch
        {
            0 => new CutPlan(CutPhase.Booting, chance.Next(1, 25), CountsAcknowledgements: false),
            1 => new CutPlan(CutPhase.Opening, chance.Next(1, 12), CountsAcknowledgements: false),
            2 or 3 => Acknowledged(chance),
            _ => new CutPlan(CutPhase.Appending, chance.Next(1, 250), CountsAcknowledgements: false),
        };
    }

    /// <summary>A cut right after something was acknowledged.</summary>
    public static CutPlan Acknowledged(ulong seed) => Acknowledged(Chance(seed));

    /// <summary>The course of what a cut leaves to chance.</summary>
    public static Random Chance(ulong seed) => new((int)(seed % int.MaxValue));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"at {(CountsAcknowledgements ? "acknowledgement" : "request")} {Count} from {From.ToString().ToLowerInvariant()}");

    private static CutPlan Acknowledged(Random chance) => new(CutPhase.Appending, chance.Next(10, 60), CountsAcknowledgements: true);
}

/// <summary>What the guest is about.</summary>
internal enum CutPhase
{
    /// <summary>Since it was switched on: the file system recovers.</summary>
    Booting,

    /// <summary>Since the program runs: the store recovers.</summary>
    Opening,

    /// <summary>Since everything was found to be there.</summary>
    Appending,
}
