namespace Edge.Gateway.Doctor;

/// <summary>What a person has to do about a check.</summary>
public enum Verdict
{
    /// <summary>Nothing.</summary>
    Ok,

    /// <summary>Look at it: it may be meant so.</summary>
    Look,

    /// <summary>Mend it: something does not work.</summary>
    Broken,
}
