namespace Edge.Sparkplug;

/// <summary>Where an edge node's messages go (Sparkplug 3.0.0, section 4).</summary>
internal sealed class Topics(string group, string node)
{
    public string Birth { get; } = $"spBv1.0/{group}/NBIRTH/{node}";

    public string Death { get; } = $"spBv1.0/{group}/NDEATH/{node}";

    public string Commands { get; } = $"spBv1.0/{group}/NCMD/{node}";

    public string DeviceBirth(string device) => $"spBv1.0/{group}/DBIRTH/{node}/{device}";

    public string DeviceDeath(string device) => $"spBv1.0/{group}/DDEATH/{node}/{device}";

    public string DeviceData(string device) => $"spBv1.0/{group}/DDATA/{node}/{device}";

    /// <summary>Where a host says whether it is online.</summary>
    public static string State(string host) => $"spBv1.0/STATE/{host}";
}
