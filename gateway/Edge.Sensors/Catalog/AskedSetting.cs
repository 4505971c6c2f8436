namespace Edge.Sensors.Catalog;

/// <summary>How a setting is written.</summary>
public enum SettingForm
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A whole number, decimal or hexadecimal.</summary>
    Integer,

    /// <summary>See <see cref="DurationText"/>.</summary>
    Duration,

    /// <summary>See <see cref="ByteText"/>.</summary>
    Bytes,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>A mapping or list of its own.</summary>
    Nested,
}

/// <summary>One setting as a reader asked for it.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Form">How its value is written.</param>
/// <param name="IsNeeded">Whether its absence is a problem.</param>
/// <param name="Default">What counts where it is not written, as it would be written; null: nothing, or not known.</param>
/// <param name="Allowed">What it may be; null: anything of its form.</param>
public sealed record AskedSetting(string Name, SettingForm Form, bool IsNeeded, string? Default, Allowed? Allowed);
