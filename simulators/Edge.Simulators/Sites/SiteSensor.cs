using Edge.Sensors.Catalog;

namespace Edge.Simulators.Sites;

/// <summary>One sensor of a site: what the gateway is told about it, and what drives it.</summary>
/// <param name="Domain">pipeline, energy or water.</param>
/// <param name="Plan">As the gateway will read it.</param>
/// <param name="Sources">One per channel of the plan.</param>
/// <param name="Settings">Its own settings as written: driver, bus, address or line, period.</param>
/// <param name="Options">Its options as written.</param>
/// <param name="Channels">Its channels' settings as written, without their sources.</param>
public sealed record SiteSensor(
    string Domain,
    SensorPlan Plan,
    IReadOnlyList<ChannelSource?> Sources,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyDictionary<string, string> Options,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Channels);
