namespace Edge.Ledger.Codes;

/// <summary>Why QR codes tell no file.</summary>
public enum CodeFault
{
    None,

    /// <summary>A code of another kind.</summary>
    Other,

    /// <summary>The code of an address, such as a site's.</summary>
    Address,

    /// <summary>A code of evidence of another form than is known here.</summary>
    Newer,

    /// <summary>A code of evidence that is not in its form.</summary>
    Damaged,

    /// <summary>Not all parts of the file are there.</summary>
    Missing,

    /// <summary>All parts are there, but make a file of another digest.</summary>
    Differ,

    /// <summary>Codes of more than one file.</summary>
    Several,
}
