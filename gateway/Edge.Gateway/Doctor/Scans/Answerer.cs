namespace Edge.Gateway.Doctor.Scans;

/// <summary>A device that acknowledged its address.</summary>
/// <param name="Address">7 bits.</param>
/// <param name="Drivers">The drivers it can be; none when nothing known lives there.</param>
/// <param name="IsCertain">It said so itself, by its identity registers; otherwise what can live at that address.</param>
/// <param name="Name">What it is called: the drivers' words, or a part that has no driver here.</param>
public sealed record Answerer(byte Address, IReadOnlyList<string> Drivers, bool IsCertain, string Name)
{
    /// <summary>What its identity registers hold where they are not those of a part that is known here: 0xFE = 0x0000, 0xFF = 0x1234.</summary>
    public string? Registers { get; init; }

    /// <summary>Whether it may be the device that the configuration has there.</summary>
    public bool CanBe(string driver) => !IsCertain || Drivers.Contains(driver);

    public static Answerer Certain(byte address, string name, params IReadOnlyList<string> drivers) => new(address, drivers, true, name);

    public static Answerer Possible(byte address, params IReadOnlyList<string> drivers) => new(address, drivers, false, string.Join(" / ", drivers));
}
