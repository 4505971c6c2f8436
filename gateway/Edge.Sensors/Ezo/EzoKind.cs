namespace Edge.Sensors.Ezo;

/// <summary>One member of the family: what it measures, how it answers, what it can be told.</summary>
public sealed record EzoKind
{
    private static readonly TimeSpan Fast = TimeSpan.FromMilliseconds(600), Slow = TimeSpan.FromMilliseconds(900);

    /// <summary>pH, datasheet v5.8: 0 to 14, ends included.</summary>
    public static EzoKind Ph { get; } = new()
    {
        Driver = "ezo-ph", Title = "pH", Names = ["pH"], Address = 0x63, Output = "ph", Channel = "tap.ph", ReadingTime = Slow,
        Scale = new("pH", 1, 3, 0, 14_000), TakesTemperature = true, HasSlope = true, MostPoints = 3,
    };

    /// <summary>Oxidation-reduction potential, datasheet v4.6: -1019.9 to 1019.9 mV. Temperature has no part in it.</summary>
    public static EzoKind Orp { get; } = new()
    {
        Driver = "ezo-orp", Title = "ORP", Names = ["ORP", "OR"], Address = 0x62, Output = "orp", Channel = "tap.orp", ReadingTime = Slow,
        Scale = new("mV", 1, 1, -10_199, 10_199) { StopsAtLimits = true }, MostPoints = 1,
    };

    /// <summary>Dissolved oxygen, datasheet v5.4, as mg/L only.</summary>
    public static EzoKind Oxygen { get; } = new()
    {
        Driver = "ezo-do", Title = "DO", Names = ["D.O.", "DO"], Address = 0x61, Output = "oxygen", Channel = "tank.oxygen", ReadingTime = Fast,
        Scale = new("mg/L", 1, 2, 0, 99_999), Setup = ["O,mg,1", "O,%,0"], TakesTemperature = true, MostPoints = 2,
    };

    /// <summary>Conductivity, datasheet v6.2, as uS/cm only: fewer decimals the higher it is.</summary>
    public static EzoKind Conductivity { get; } = new()
    {
        Driver = "ezo-ec", Title = "EC", Names = ["EC"], Address = 0x64, Output = "conductivity", Channel = "tap.conductivity", ReadingTime = Fast,
        Scale = new("uS/cm", 0, 2, 0, 99_999_999), Setup = ["O,EC,1", "O,TDS,0", "O,S,0", "O,SG,0"], TakesTemperature = true, MostPoints = 2,
    };

    /// <summary>Temperature of a platinum probe, datasheet v3.6: -126 to 1254 degC. Good without a calibration; -1023 means that no probe is there.</summary>
    public static EzoKind Rtd { get; } = new()
    {
        Driver = "ezo-rtd", Title = "RTD", Names = ["RTD"], Address = 0x66, Output = "temperature", Channel = "tap.temperature", ReadingTime = Fast,
        Scale = new("Cel", 1, 3, -126_000, 1_254_000) { StopsAtLimits = true, WithoutProbe = -1_023_000 }, Setup = ["S,c"], MostPoints = 1, GoodFromFactory = true,
    };

    /// <summary>The family.</summary>
    public static IReadOnlyList<EzoKind> All { get; } = [Ph, Orp, Oxygen, Conductivity, Rtd];

    /// <summary>The driver's word in the configuration.</summary>
    public required string Driver { get; init; }

    /// <summary>For messages.</summary>
    public required string Title { get; init; }

    /// <summary>What the circuit calls itself in its answer to <c>I</c>, in any case; firmwares differ.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>7-bit address from the factory.</summary>
    public required int Address { get; init; }

    /// <summary>The word of its one output.</summary>
    public required string Output { get; init; }

    /// <summary>A channel's name, for examples.</summary>
    public required string Channel { get; init; }

    /// <summary>From <c>R</c> to the reading.</summary>
    public required TimeSpan ReadingTime { get; init; }

    /// <summary>How its quantity is written.</summary>
    public required EzoScale Scale { get; init; }

    /// <summary>Commands that make it answer in this scale; the circuit keeps them.</summary>
    public IReadOnlyList<string> Setup { get; init; } = [];

    /// <summary>Whether it compensates for the water's temperature when told it.</summary>
    public bool TakesTemperature { get; init; }

    /// <summary>Whether it tells the slope of its calibration.</summary>
    public bool HasSlope { get; init; }

    /// <summary>Most points its calibration can have.</summary>
    public required int MostPoints { get; init; }

    /// <summary>Whether a reading without a calibration by the user can be relied on.</summary>
    public bool GoodFromFactory { get; init; }
}
