namespace Edge.Ledger.Entries;

/// <summary>Categories of self-monitoring of field devices, as NAMUR recommendation NE 107 has them; <see cref="Normal"/> is none of its four.</summary>
public enum Ne107
{
    Normal,

    /// <summary>The output is invalid because of a malfunction in the device, its periphery or the way to it.</summary>
    Failure,

    /// <summary>The output is for a time not the process's: work is done on the device, or it begins.</summary>
    CheckFunction,

    /// <summary>The device works outside what it was specified for, or what it says lies outside what can be.</summary>
    OutOfSpecification,

    /// <summary>The output still holds, but somebody must see to the device.</summary>
    MaintenanceRequired,
}
