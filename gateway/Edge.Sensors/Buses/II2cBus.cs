namespace Edge.Sensors.Buses;

/// <summary>One I2C bus. Safe to share: transfers are serialised, each is whole.</summary>
public interface II2cBus : IDisposable
{
    /// <summary>The bus' name in the configuration, for messages.</summary>
    string Name { get; }

    /// <summary>What is wrong with the bus itself and what to do about it, in words; null while it works.</summary>
    string? Trouble { get; }

    /// <summary>
    /// Writes (unless <paramref name="write"/> is empty), then reads (unless <paramref name="read"/> is empty), joined by a
    /// repeated start, as <c>I2C_RDWR</c> does. With both empty the address alone is sent.
    /// Never throws for what hardware does; after any status but Ok the content of <paramref name="read"/> means nothing.
    /// </summary>
    /// <param name="address">7-bit address, 0x08 to 0x77.</param>
    /// <param name="write">At most 8,192 bytes.</param>
    /// <param name="read">At most 8,192 bytes.</param>
    I2cStatus Transfer(byte address, ReadOnlySpan<byte> write, Span<byte> read);
}
