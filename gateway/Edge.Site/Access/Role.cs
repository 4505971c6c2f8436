namespace Edge.Site.Access;

/// <summary>What somebody may do; each may what those before may.</summary>
public enum Role
{
    /// <summary>Looks.</summary>
    Viewer = 1,

    /// <summary>Answers for the plant: acknowledges alarms.</summary>
    Operator = 2,

    /// <summary>Answers for the gateway: sees to damage.</summary>
    Technician = 3,
}
