using Edge.Sensors.Buses;

namespace Edge.Gateway.Doctor.Scans;

/// <summary>What answered on one I2C bus, and why the scan ended early if it did.</summary>
/// <param name="Found">In order of their addresses.</param>
/// <param name="Trouble">Ok: all addresses were asked.</param>
public sealed record BusScan(IReadOnlyList<byte> Found, I2cStatus Trouble)
{
    private const byte First = 0x08, Last = 0x77;
    private const int MostTimeouts = 3;

    /// <summary>
    /// Asks each address for one byte, which is what i2cdetect does where a write could do harm: a read changes no register, no output and no memory. One transfer
    /// per address, so that whoever else uses the bus comes between. Ends at once when the bus itself does not work.
    /// </summary>
    /// <param name="leave">Addresses that are not asked: others use them.</param>
    public static BusScan Run(II2cBus bus, IReadOnlySet<byte> leave, CancellationToken cancellationToken)
    {
        var found = new List<byte>();
        var timeouts = 0;
        Span<byte> one = stackalloc byte[1];
        for (var address = First; address <= Last; address++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (leave.Contains(address))
                continue;
            var status = bus.Transfer(address, [], one);
            if (status is I2cStatus.Gone or I2cStatus.BusStuck)
                return new BusScan(found, status);
            if (status is I2cStatus.TimedOut or I2cStatus.ArbitrationLost && ++timeouts == MostTimeouts)
                return new BusScan(found, status);
            // Nobody stretches the clock or drives the bus against us but a device that is there.
            if (status is not (I2cStatus.NoAcknowledge or I2cStatus.Refused))
                found.Add(address);
        }

        return new BusScan(found, I2cStatus.Ok);
    }
}
