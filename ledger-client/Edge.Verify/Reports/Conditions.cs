using Edge.Ledger.Entries;
using Edge.Ledger.Evidence;
using Edge.Ledger.Merkle;
using Edge.Verify.Words;

namespace Edge.Verify.Reports;

/// <summary>Under what a channel was measured, as far as the file shows it.</summary>
/// <param name="ConfigurationLeaf">Leaf hash, zeros where there is none; null when the file does not open the readings' context.</param>
/// <param name="CalibrationLeaf">Likewise.</param>
internal sealed record Conditions(
    string Channel, ConfigurationEntry? Configuration, CalibrationEntry? Calibration, Hash32? ConfigurationLeaf, Hash32? CalibrationLeaf)
{
    /// <summary>The numbers of the starts of the gateway (<see cref="Start"/>) under which they were in force; ascending.</summary>
    public required IReadOnlyList<int> Starts { get; init; }

    /// <summary>Each that differs in what it says, in the order of the readings: what a gateway records anew at every start is told once.</summary>
    public static Conditions[] Of(Verdict verdict)
    {
        var starts = Start.Of(verdict);
        return [.. verdict.Readings
            .DistinctBy(r => (r.Reading.Channel, r.Context?.Boot, r.Context?.Configuration, r.Context?.Calibration))
            .GroupBy(r => (r.Reading.Channel, r.Configuration, r.Calibration, Hidden(r.Configuration, r.Context?.Configuration), Hidden(r.Calibration, r.Context?.Calibration)))
            .Select(g => new Conditions(g.Key.Channel, g.Key.Configuration, g.Key.Calibration, g.First().Context?.Configuration, g.First().Context?.Calibration)
            {
                Starts = [.. starts.Where(s => g.Any(r => r.Context?.Boot == s.Leaf)).Select(s => s.Number)],
            })];
    }

    /// <summary>The clock corrections that the readings are under, each once.</summary>
    public static IEnumerable<ClockEntry> Clocks(Verdict verdict) => verdict.Readings.DistinctBy(r => r.Context?.Clock).Select(r => r.Clock).OfType<ClockEntry>().Distinct();

    /// <summary>Hashes of clock corrections that the readings are under and the file does not show.</summary>
    public static IEnumerable<Hash32> HiddenClocks(Verdict verdict) => verdict.Readings.Select(r => Hidden(r.Clock, r.Context?.Clock)).OfType<Hash32>().Distinct();

    public Hash32? HiddenConfiguration => Hidden(Configuration, ConfigurationLeaf);

    public Hash32? HiddenCalibration => Hidden(Calibration, CalibrationLeaf);

    /// <summary>The channels that its values depend on, as its configuration carries them.</summary>
    public IReadOnlyList<InputDefinition> Inputs { get; } = InputDefinition.Of(Configuration);

    /// <summary>Whether it is computed and has no calibration of its own: then those of its inputs are what there is.</summary>
    public bool IsCalibratedByInputs => Inputs.Count > 0 && CalibrationLeaf == default(Hash32) && InputDefinition.IsComputed(Configuration);

    /// <summary>Where no configuration is shown: that there is none, or that it is not shown.</summary>
    public string NoConfiguration(Phrases phrases) => phrases.Word(ConfigurationLeaf == default(Hash32) ? Label.NoConfiguration : Label.NotShown);

    /// <summary>Where no calibration is shown, likewise.</summary>
    public string NoCalibration(Phrases phrases) => phrases.Word(CalibrationLeaf == default(Hash32) ? Label.NoCalibration : Label.NotShown);

    /// <summary>The hash of an entry that there is and that is not shown.</summary>
    private static Hash32? Hidden(Entry? shown, Hash32? leaf) => shown is null && leaf is { } hash && hash != default ? hash : null;
}
