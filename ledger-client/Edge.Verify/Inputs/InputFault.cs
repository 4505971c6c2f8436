namespace Edge.Verify.Inputs;

/// <summary>Why a file cannot be used.</summary>
public enum InputFault
{
    NotFound,

    /// <summary>Its name is not UTF-8: it reached this program with other characters in their place, and cannot be opened by it.</summary>
    NameNotUtf8,
    IsDirectory,

    /// <summary>A named pipe, a socket or a device, which might never end.</summary>
    NotAFile,

    /// <summary>A single hyphen, by which other programs mean standard input.</summary>
    Hyphen,
    Denied,
    Empty,
    TooLarge,
    CannotRead,

    /// <summary>It is read, but it is not of the form it was given as.</summary>
    Malformed,

    /// <summary>A policy was given where evidence belongs, or the other way round.</summary>
    Swapped,

    /// <summary>A folder with evidence files, where a log belongs.</summary>
    EvidenceFolder,
}
