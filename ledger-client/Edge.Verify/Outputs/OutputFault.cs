namespace Edge.Verify.Outputs;

/// <summary>Why a report cannot be written.</summary>
public enum OutputFault
{
    /// <summary>There is a file of that name that this program did not make.</summary>
    NotAReport,
    IsDirectory,

    /// <summary>A named pipe or a socket, which might wait for ever for somebody who reads.</summary>
    NotAFile,
    NoFolder,
    Denied,
    CannotWrite,
}
