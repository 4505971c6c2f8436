namespace Edge.Sensors.Modbus;

/// <summary>Why a device refuses, Modbus application protocol V1.1b3, section 7.</summary>
public enum ModbusException : byte
{
    /// <summary>It does not know the function.</summary>
    IllegalFunction = 1,

    /// <summary>It has no such register.</summary>
    IllegalAddress = 2,

    /// <summary>It cannot give so many.</summary>
    IllegalValue = 3,

    /// <summary>It failed while it tried.</summary>
    DeviceFailure = 4,

    /// <summary>It is at it and needs long.</summary>
    Acknowledge = 5,

    /// <summary>It is busy with something else.</summary>
    Busy = 6,
}
