namespace Edge.Sensors.Buses.Linux;

/// <summary>The GPIO chips of this board.</summary>
public static class LinuxGpioChips
{
    /// <summary>Whether there is no chip with that label (or kernel name); false where this user may not ask one of them.</summary>
    /// <param name="label">For example pinctrl-bcm2711.</param>
    /// <param name="deviceFolder">Where the chips' devices are.</param>
    public static bool IsMissing(string label, string deviceFolder = "/dev")
    {
        var chip = GpioChip.Open(label, deviceFolder, out _, out var isDenied);
        if (chip >= 0)
            _ = LibC.Close(chip);
        return chip < 0 && !isDenied;
    }

    /// <summary>Labels of the chips that this user may ask.</summary>
    /// <param name="deviceFolder">Where the chips' devices are.</param>
    public static IReadOnlyList<string> Labels(string deviceFolder = "/dev")
    {
        var labels = new List<string>();
        var chip = GpioChip.Open("", deviceFolder, labels, out _, out _);
        if (chip >= 0)
            _ = LibC.Close(chip);
        return labels;
    }
}
