namespace Edge.Sensors.Buses;

/// <summary>One 1-wire bus of thermometers. Safe to share: the kernel serialises what goes over the wire.</summary>
public interface IOneWire : IDisposable
{
    /// <summary>The bus' name in the configuration, for messages.</summary>
    string Name { get; }

    /// <summary>What is wrong with the bus itself and what to do about it, in words; null while it works.</summary>
    string? Trouble { get; }

    /// <summary>
    /// Has a device convert and reads its scratchpad. Blocks until the conversion is over, up to 750 ms at 12 bits. Never throws for what hardware does; after any status but Ok
    /// the content of <paramref name="scratchpad"/> means nothing. The checksum is the caller's to check.
    /// </summary>
    /// <param name="device">Family and serial as the kernel writes them, for example 28-0316a27913ff.</param>
    /// <param name="scratchpad">Nine bytes, the checksum last.</param>
    OneWireStatus Read(string device, Span<byte> scratchpad);
}
