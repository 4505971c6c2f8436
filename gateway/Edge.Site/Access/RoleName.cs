namespace Edge.Site.Access;

/// <summary>Roles as they are written in files and answers.</summary>
public static class RoleName
{
    /// <summary>All of them, the least first.</summary>
    public static IReadOnlyList<string> All { get; } = ["viewer", "operator", "technician"];

    /// <summary>Of a role.</summary>
    public static string Of(Role role) => All[(int)role - 1];

    /// <summary>Null when it is none.</summary>
    public static Role? Parse(string? name) => All.ToList().IndexOf(name ?? "") is >= 0 and var place ? (Role)(place + 1) : null;
}
