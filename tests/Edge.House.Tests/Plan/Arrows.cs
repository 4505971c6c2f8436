namespace Edge.House.Tests.Plan;

/// <summary>Which project may know which; the README's plan of the house in one table.</summary>
internal static class Arrows
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Edge.Ledger"] = [],
        ["Edge.Ledger.Mqtt"] = ["Edge.Ledger"],
        ["Edge.Ledger.City"] = ["Edge.Ledger", "Edge.Ledger.Mqtt", "Edge.Store"],
        ["Edge.Verify"] = ["Edge.Ledger"],
        ["Edge.Sensors"] = ["Edge.Ledger"],
        ["Edge.Store"] = ["Edge.Ledger"],
        ["Edge.Site"] = ["Edge.Ledger"],
        ["Edge.Sparkplug"] = ["Edge.Ledger", "Edge.Ledger.Mqtt"],
        ["Edge.Gateway"] = ["Edge.Ledger", "Edge.Ledger.Mqtt", "Edge.Sensors", "Edge.Site", "Edge.Sparkplug", "Edge.Store"],
        ["Edge.Simulators"] = ["Edge.Sensors"],
        ["Edge.Processes"] = [],
        ["Edge.Demo"] = ["Edge.Ledger", "Edge.Processes"],
        ["Edge.Testing"] = ["Edge.Processes"],
        ["Edge.Fuzz"] = ["Edge.Ledger", "Edge.Ledger.Mqtt", "Edge.Testing"],
        ["Edge.Vm"] = ["Edge.Processes", "Edge.Testing"],
        ["Edge.Torture"] = ["Edge.Gateway", "Edge.Store", "Edge.Ledger.City", "Edge.Demo", "Edge.Vm"],
        ["Edge.House.Tests"] = ["Edge.Testing"],
        // What a gateway hands out is for the verifier to say whether it is good.
        ["Edge.Gateway.Tests"] = ["Edge.Gateway", "Edge.Ledger", "Edge.Ledger.Mqtt", "Edge.Sensors", "Edge.Site", "Edge.Sparkplug", "Edge.Store", "Edge.Simulators", "Edge.Testing", "Edge.Verify"],
        ["Edge.Vm.Tests"] = ["Edge.Store", "Edge.Testing", "Edge.Torture", "Edge.Vm"],
        ["Edge.Interop.Tests"] = ["Edge.Ledger", "Edge.Testing"],
    };

    // These put the whole house together.
    private static readonly string[] Whole = ["Edge.Bench", "Edge.Integration.Tests"];

    /// <summary>Every arrow that runs the wrong way, in words.</summary>
    public static IEnumerable<string> Wrong(IEnumerable<Project> projects) =>
        from project in projects
        let allowed = Known(project)
        from reference in project.References
        where allowed is null || !allowed.Contains(reference)
        select allowed is null
            ? $"{project.Name} is not in the plan of the house ({nameof(Arrows)}): decide whom it may know"
            : $"{project.Name} -> {reference}: {project.Name} may know {(allowed.Length == 0 ? "nobody" : string.Join(", ", allowed))}";

    private static string[]? Known(Project project)
    {
        if (Allowed.TryGetValue(project.Name, out var known))
            return known;
        if (Whole.Contains(project.Name))
            return [.. Allowed.Keys.Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal))];
        // A suite knows its subject, what that knows, and what suites share; the gateway's suites also the simulators below their drivers.
        var subject = project.Name.EndsWith(".Tests", StringComparison.Ordinal) ? project.Name[..^".Tests".Length] : "";
        if (!Allowed.TryGetValue(subject, out known))
            return null;
        string[] simulators = project.File.StartsWith("tests/gateway/", StringComparison.Ordinal) ? ["Edge.Simulators"] : [];
        return [subject, .. known, "Edge.Testing", .. simulators];
    }
}
