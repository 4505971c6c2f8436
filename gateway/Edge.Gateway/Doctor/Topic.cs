namespace Edge.Gateway.Doctor;

/// <summary>What a check is about; in the order in which a person would mend it, from the file to the wire to the city.</summary>
public enum Topic
{
    Configuration,
    Identity,
    Board,
    Bus,
    Device,
    Channel,
    Clock,
    Disk,
    Log,
    City,
    Sparkplug,
}
