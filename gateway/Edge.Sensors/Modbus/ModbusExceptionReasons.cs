using Edge.Ledger.Entries;

namespace Edge.Sensors.Modbus;

/// <summary>The reading's reason behind an exception answer.</summary>
public static class ModbusExceptionReasons
{
    /// <summary>A device that does not know the registers is another than the one expected.</summary>
    public static Reason ToReason(this ModbusException exception) => exception switch
    {
        ModbusException.DeviceFailure => Reason.NoData,
        ModbusException.Acknowledge or ModbusException.Busy => Reason.NotReady,
        _ => Reason.WrongDevice,
    };
}
