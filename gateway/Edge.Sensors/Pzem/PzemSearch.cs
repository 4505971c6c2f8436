using Edge.Ledger.Entries;
using Edge.Sensors.Buses;
using Edge.Sensors.Modbus;

namespace Edge.Sensors.Pzem;

/// <summary>What answered on a serial line.</summary>
/// <param name="Address">Where, 1 to 247.</param>
/// <param name="IsPzem">Its registers are those of a meter; false: another device, or two at one address.</param>
public readonly record struct PzemAnswer(byte Address, bool IsPzem);

/// <summary>Asks addresses of a serial line one after the other for a meter's registers, which changes nothing in whatever is there.</summary>
public static class PzemSearch
{
    /// <summary>Meters are delivered with address 1 and given low ones: those up to here are worth asking.</summary>
    public const byte UsualAddresses = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>Who answered; null when the line cannot be used.</summary>
    /// <param name="line">Nobody else's meanwhile.</param>
    /// <param name="addresses">To ask; each that is silent costs about 150 ms.</param>
    /// <param name="time">Whose time passes.</param>
    public static async Task<IReadOnlyList<PzemAnswer>?> RunAsync(ISerialLine line, IEnumerable<byte> addresses, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        var found = new List<PzemAnswer>();
        foreach (var address in addresses)
        {
            using var question = new RegisterQuestion(line, address, (ushort)PzemRegister.Voltage, PzemOptions.Registers, Patience, time);
            var reason = await question.AskAsync(cancellationToken).ConfigureAwait(false);
            if (reason == Reason.BusFault)
                return null;
            if (reason != Reason.NoAnswer)
                found.Add(new PzemAnswer(address, reason == Reason.None && PzemSensor.IsMeter(question)));
        }

        return found;
    }
}
