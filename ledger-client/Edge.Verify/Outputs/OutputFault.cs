namespace Edge.Verify.Outputs;

/// <summary>Why a report or an accusation cannot be written.</summary>
public enum OutputFault
{
    /// <summary>There is a file of that name that this program did not make.</summary>
    NotAReport,

    /// <summary>There is a file of that name, and this kind replaces none.</summary>
    AlreadyThere,
    IsDirectory,

    /// <summary>A named pipe or a socket, which might wait for ever for somebody who reads, or a disk, which holds other things.</summary>
    NotAFile,

    /// <summary>The accusation and its page were both to be written there.</summary>
    SamePlace,
    NoFolder,

    /// <summary>This program was built without what was to be written.</summary>
    NotBuilt,
    Denied,
    CannotWrite,
}
