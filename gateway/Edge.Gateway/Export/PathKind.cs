namespace Edge.Gateway.Export;

/// <summary>What a path names.</summary>
internal enum PathKind
{
    Nothing,

    /// <summary>A regular file.</summary>
    File,

    Folder,

    /// <summary>A link, pipe, socket or device.</summary>
    Other,
}
