namespace Edge.Sensors.Catalog;

/// <summary>The spare GPIO lines that are wired to an I2C bus, as <c>recovery:</c> of the bus names them.</summary>
/// <param name="Chip">The GPIO chip's label.</param>
/// <param name="Clock">The line at SCL.</param>
/// <param name="Data">The line at SDA.</param>
public sealed record RecoveryPlan(string Chip, int Clock, int Data)
{
    /// <summary>Reads the mapping; null when there were problems.</summary>
    public static RecoveryPlan? Read(SettingBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        var plan = new RecoveryPlan(bag.RequiredText("chip", "pinctrl-bcm2711"), Line(bag, "scl", "23"), Line(bag, "sda", "24"));
        if (plan.Clock == plan.Data && bag.Complaints == 0)
            bag.Complain("sda", $"{plan.Data} is the line of scl; write the one that is wired to SDA");
        bag.RefuseUnknown();
        return bag.Complaints == 0 ? plan : null;
    }

    private static int Line(SettingBag bag, string name, string example)
    {
        bag.RequiredText(name, example);
        var line = bag.Integer(name, 0);
        if (line < 0)
            bag.Complain(name, $"{line} is not a line; write its offset on the chip, for example {name}: {example}");
        return line;
    }
}
