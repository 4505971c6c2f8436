using Edge.Ledger.Entries;

namespace Edge.Gateway.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Subject">Which one: a bus, a place on it, a channel, a file.</param>
public sealed record Check(Topic Topic, string Subject, Symptom Symptom)
{
    public Verdict Verdict => Symptom.Verdict();

    /// <summary>Of a reading that is not good.</summary>
    public Reason Reason { get; init; }

    /// <summary>What the system, the device or the broker said, as it said it.</summary>
    public string? Detail { get; init; }

    /// <summary>The driver's word in the configuration.</summary>
    public string? Driver { get; init; }

    /// <summary>Of its device, as a configuration writes it: 0x48, 17, 28-0316a27913ff.</summary>
    public string? Place { get; init; }

    /// <summary>The terminal that the channel is wired to, as printed on boards: AIN0, CH1; of a bus its data and clock pins on the board's header: 3, 5.</summary>
    public string? Terminal { get; init; }

    /// <summary>Where ALERT/RDY of its device should be, bus and line: gpio 22.</summary>
    public string? ReadyLine { get; init; }

    /// <summary>What a contact watches: Leak, Door, Tamper.</summary>
    public string? Contact { get; init; }

    /// <summary>Of a reading: the first look brought no answer or a damaged one.</summary>
    public bool IsSecond { get; init; }

    /// <summary>Of a converter's terminal: it is a current loop over a shunt.</summary>
    public bool HasShunt { get; init; }

    /// <summary>Of a converter's terminal: it has no wider range than is configured.</summary>
    public bool IsWidest { get; init; }

    /// <summary>What the identity registers hold of a device that is another one or does not say which: 0xFE = 0x0000, 0xFF = 0x1234.</summary>
    public string? Registers { get; init; }

    /// <summary>How the address is strapped that the configuration has: ADDR=GND.</summary>
    public string? Strap { get; init; }

    /// <summary>What was found instead: another device's name, or the address where it answers.</summary>
    public string? Instead { get; init; }

    /// <summary>How the address is strapped that was found instead.</summary>
    public string? StrapInstead { get; init; }
}
