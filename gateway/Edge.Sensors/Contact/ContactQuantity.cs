namespace Edge.Sensors.Contact;

/// <summary>What a contact gives.</summary>
public enum ContactQuantity
{
    /// <summary>1 when it is active or was at any moment since the last round, else 0.</summary>
    State,

    /// <summary>How often it became active since the driver started.</summary>
    Count,
}
