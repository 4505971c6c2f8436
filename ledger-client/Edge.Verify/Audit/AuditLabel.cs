namespace Edge.Verify.Audit;

/// <summary>Names of the parts of an audit's report.</summary>
public enum AuditLabel
{
    Log,
    Checkpoint,
    Entries,
    Channels,
    Folder,
    Faults,
    Report,
    DigestOfFolder,
    DigestOfCheckpoint,
    DigestHow,
    Proved,
    Refused,
}
