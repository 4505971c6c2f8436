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
    /// <summary>Each that differs, in the order of the readings.</summary>
    public static Conditions[] Of(Verdict verdict) =>
        [.. verdict.Readings.Select(r => new Conditions(r.Reading.Channel, r.Configuration, r.Calibration, r.Context?.Configuration, r.Context?.Calibration))
            .DistinctBy(c => (c.Channel, c.ConfigurationLeaf, c.CalibrationLeaf))];

    /// <summary>The starts that the readings are under, each once; thousands of readings are under one, whose texts are not compared again for each.</summary>
    public static IEnumerable<BootEntry> Boots(Verdict verdict) => verdict.Readings.DistinctBy(r => r.Context?.Boot).Select(r => r.Boot).OfType<BootEntry>().Distinct();

    /// <summary>The clock corrections likewise.</summary>
    public static IEnumerable<ClockEntry> Clocks(Verdict verdict) => verdict.Readings.DistinctBy(r => r.Context?.Clock).Select(r => r.Clock).OfType<ClockEntry>().Distinct();

    /// <summary>Where no configuration is shown: that there is none, or that it is not shown.</summary>
    public string NoConfiguration(Examination e) => Missing(e, ConfigurationLeaf, Label.NoConfiguration);

    /// <summary>Where no calibration is shown, likewise.</summary>
    public string NoCalibration(Examination e) => Missing(e, CalibrationLeaf, Label.NoCalibration);

    private static string Missing(Examination e, Hash32? leaf, Label none) => leaf switch
    {
        null => e.Phrases.Word(Label.NotShown),
        { } hash when hash == default => e.Phrases.Word(none),
        { } hash => $"{e.Phrases.Word(Label.NotShown)}{e.Phrases.Semicolon}{(e.Verdict.Gateway?.Hasher == TreeHasher.Sm3 ? "SM3" : "SHA-256")} {Shortened.Hash(hash, e.Asked.Full)}",
    };
}
