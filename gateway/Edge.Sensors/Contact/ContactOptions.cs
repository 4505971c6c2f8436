using Edge.Sensors.Buses;
using Edge.Sensors.Catalog;
using Edge.Sensors.Sampling;

namespace Edge.Sensors.Contact;

/// <summary>What a contact means and how it is wired.</summary>
public sealed record ContactOptions
{
    /// <summary>What it watches.</summary>
    public required ContactMeaning Meaning { get; init; }

    /// <summary>The level that means wet, open or tampered. By default what a contact to ground gives: low for a leak, high for the others.</summary>
    public bool? ActiveHigh { get; init; }

    /// <summary>What holds the line while the contact is open. The default is the board's pull-up.</summary>
    public LineBias Bias { get; init; } = LineBias.PullUp;

    /// <summary>A level that lasts shorter is a bounce. The default value is 50 ms. At most 10 s.</summary>
    public TimeSpan Debounce { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The channels.</summary>
    public required IReadOnlyList<ContactOutput> Outputs { get; init; }

    /// <summary>The level that is active.</summary>
    public bool IsActiveHigh => ActiveHigh ?? Meaning != ContactMeaning.Leak;

    /// <summary>How the line is to be requested.</summary>
    public LineSetup Line => new(Bias, FallingToo: true);

    /// <summary>What is wrong, empty when nothing.</summary>
    public IEnumerable<OptionProblem> Validate()
    {
        if (Debounce < TimeSpan.Zero || Debounce > TimeSpan.FromSeconds(10))
            yield return new("debounce", $"{Debounce.TotalSeconds} s is out of range; write 0ns to 10s, usually 50ms.");
        if (Outputs.Count == 0 || Outputs.Select(o => o.Quantity).Distinct().Count() != Outputs.Count)
            yield return new("channels", "list one or two channels with different outputs: state, count.");
    }
}
