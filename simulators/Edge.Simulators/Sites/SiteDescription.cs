using Edge.Simulators.Recordings;

namespace Edge.Simulators.Sites;

/// <summary>What is simulated: sensors with what drives them and, where a recording does, how to read it.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Attribution">Whose data it is, to be shown with any excerpt; "" when nobody's.</param>
/// <param name="Recording">How to read the recording; null for a bench without one.</param>
/// <param name="Sensors">The sensors.</param>
public sealed record SiteDescription(string Name, string Attribution, RecordingFormat? Recording, IReadOnlyList<SiteSensor> Sensors)
{
    /// <summary>Pipeline, energy, drinking water: a site shows all three.</summary>
    public static IReadOnlyList<string> Domains { get; } = ["pipeline", "energy", "water"];

    /// <summary>This site, and of another the sensors of the domains that are missing here, unless their place on the bus is taken.</summary>
    public SiteDescription FilledFrom(SiteDescription other) =>
        this with { Sensors = [.. Sensors, .. other.Sensors.Where(s => Sensors.All(own => own.Domain != s.Domain && !IsAtSamePlace(own, s)))] };

    private static bool IsAtSamePlace(SiteSensor one, SiteSensor other) =>
        one.Plan.Wiring == other.Plan.Wiring && one.Plan.Bus == other.Plan.Bus && one.Plan.PlaceText == other.Plan.PlaceText;
}
