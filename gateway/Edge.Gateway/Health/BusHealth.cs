using System.Text.Json.Serialization;

namespace Edge.Gateway.Health;

/// <summary>How an I2C bus is.</summary>
/// <param name="Recoveries">Times that its SDA was held low, and freed by clocks.</param>
/// <param name="HeldLine">SCL or SDA, while it is known to be held low and cannot be freed.</param>
/// <param name="Trouble">What is wrong with the bus itself and what to do about it; null while it works.</param>
public sealed record BusHealth(long Recoveries, string? HeldLine, string? Trouble)
{
    /// <summary>No transfer with any of its devices ends as one does on a bus that works, and which line is to blame is not known.</summary>
    public bool Stuck { get; init; }

    /// <summary>Nothing on it can be read before a person has been there.</summary>
    [JsonIgnore]
    public bool IsHeld => Stuck || HeldLine is not null;
}
