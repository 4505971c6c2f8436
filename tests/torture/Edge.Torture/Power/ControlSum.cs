using System.Globalization;

namespace Edge.Torture.Power;

/// <summary>What a control came to.</summary>
/// <param name="Cuts">How many it took.</param>
/// <param name="Found">What was lost, as a sentence; null: nothing, so that the rig does not count.</param>
/// <param name="Trouble">What kept it from being carried out, if anything did.</param>
internal sealed record ControlSum(string Name, int Cuts, string? Found, string? Trouble)
{
    public bool FailedAsItMust => Found is not null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name}: {(FailedAsItMust ? $"failed as it must after {Cuts} cut(s): {Found}" : $"LOST NOTHING in {Cuts} cuts, so the rig does not count. {Trouble}")}");
}
