namespace Edge.Sensors.Buses.Remote;

/// <summary>Message types; see README.md beside this file.</summary>
public enum RemoteMessage : byte
{
    /// <summary>Client: version, kind, name; the first on a connection.</summary>
    Hello = 1,

    /// <summary>Server: version, session.</summary>
    Welcome = 2,

    /// <summary>Server: why not, in words; then it closes.</summary>
    Refusal = 3,

    /// <summary>Client: address, length to read, bytes to write.</summary>
    Transfer = 4,

    /// <summary>Server: status, bytes read.</summary>
    Transferred = 5,

    /// <summary>Server: state and level of the line, edges.</summary>
    Edges = 6,

    /// <summary>Client: a command to the bench, in words.</summary>
    Command = 7,

    /// <summary>Server: its answer, in words.</summary>
    Answer = 8,
}
