namespace Edge.Sensors.Buses.Remote;

/// <summary>What a connection is for.</summary>
public enum RemoteKind : byte
{
    /// <summary>Transfers on one I2C bus.</summary>
    I2c = 1,

    /// <summary>Edges of one line.</summary>
    Line = 2,

    /// <summary>Commands to the bench.</summary>
    Control = 3,
}
