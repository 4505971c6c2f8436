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

    /// <summary>A picture, which may show QR codes; the verifier's page reads these.</summary>
    Picture,

    /// <summary>The text of a QR code that holds an address.</summary>
    CodeAddress,

    /// <summary>Among the texts of QR codes one of another kind.</summary>
    CodeOther,

    /// <summary>The text of a QR code of evidence in a form made after this program.</summary>
    CodeNewer,

    /// <summary>The text of a QR code of evidence that is not in its form.</summary>
    CodeDamaged,

    /// <summary>Not all QR codes that tell the file are there.</summary>
    PartsMissing,

    /// <summary>What the QR codes tell together has another digest than they say.</summary>
    PartsDiffer,

    /// <summary>The texts of QR codes of more than one file.</summary>
    SeveralCodes,
}
