namespace Edge.Sensors.Buses.Linux;

/// <summary>The GPIO character device, version 2: requests and flags of linux/gpio.h.</summary>
public static class GpioUapi
{
    /// <summary>GPIO_GET_CHIPINFO_IOCTL.</summary>
    public const uint GetChipInfo = 0x8044_B401;

    /// <summary>GPIO_V2_GET_LINE_IOCTL.</summary>
    public const uint GetLine = 0xC250_B407;

    /// <summary>GPIO_V2_LINE_GET_VALUES_IOCTL.</summary>
    public const uint GetValues = 0xC010_B40E;

    /// <summary>GPIO_V2_LINE_SET_VALUES_IOCTL.</summary>
    public const uint SetValues = 0xC010_B40F;

    /// <summary>GPIO_V2_LINE_FLAG_INPUT.</summary>
    public const ulong Input = 1 << 2;

    /// <summary>GPIO_V2_LINE_FLAG_OUTPUT.</summary>
    public const ulong Output = 1 << 3;

    /// <summary>GPIO_V2_LINE_FLAG_OPEN_DRAIN.</summary>
    public const ulong OpenDrain = 1 << 6;

    /// <summary>GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES.</summary>
    public const uint OutputValues = 2;

    /// <summary>GPIO_V2_LINE_FLAG_EDGE_RISING.</summary>
    public const ulong EdgeRising = 1 << 4;

    /// <summary>GPIO_V2_LINE_FLAG_EDGE_FALLING.</summary>
    public const ulong EdgeFalling = 1 << 5;

    /// <summary>GPIO_V2_LINE_FLAG_BIAS_PULL_UP.</summary>
    public const ulong PullUp = 1 << 8;

    /// <summary>GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN.</summary>
    public const ulong PullDown = 1 << 9;

    /// <summary>GPIO_V2_LINE_FLAG_BIAS_DISABLED.</summary>
    public const ulong NoBias = 1 << 10;

    /// <summary>GPIO_V2_LINE_EVENT_RISING_EDGE.</summary>
    public const uint RisingEdge = 1;

    /// <summary>Flags of an input that is watched.</summary>
    public static ulong Flags(LineSetup setup) => Input | EdgeRising | (setup.FallingToo ? EdgeFalling : 0) | setup.Bias switch
    {
        LineBias.PullUp => PullUp,
        LineBias.PullDown => PullDown,
        LineBias.None => NoBias,
        _ => 0,
    };
}
