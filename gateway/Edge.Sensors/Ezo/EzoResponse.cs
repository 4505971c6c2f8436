namespace Edge.Sensors.Ezo;

/// <summary>First byte of every answer of every circuit of the family; Atlas EZO pH datasheet v5.8, page 46.</summary>
public enum EzoResponse : byte
{
    /// <summary>The text follows.</summary>
    Success = 1,

    /// <summary>The command was not understood.</summary>
    SyntaxError = 2,

    /// <summary>Still processing.</summary>
    Pending = 254,

    /// <summary>Nothing to send.</summary>
    NoData = 255,
}
