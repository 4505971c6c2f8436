namespace Edge.Sensors.Buses.Recovery;

/// <summary>SCL and SDA of one bus as two open-drain lines beside the adapter: they can be looked at, let go, and pulled low. Never throws for what hardware does.</summary>
public interface IBusLines : IDisposable
{
    /// <summary>What is wrong with the lines and what to do about it, in words; null while they can be reached.</summary>
    string? Trouble { get; }

    /// <summary>The levels on the wires, whoever makes them. False when they are not known.</summary>
    bool TryRead(out bool clock, out bool data);

    /// <summary>Lets each line go (true; the pull-up makes it high unless somebody holds it) or pulls it low. Takes at least 5 us, half a clock at 100 kbit/s. False when they cannot be reached.</summary>
    bool TryDrive(bool clock, bool data);
}
