using Edge.Gateway.Configuration;

namespace Edge.Gateway.Commands;

/// <summary>For what <c>run</c> would refuse a configuration that is well formed: its key and its policy.</summary>
internal static class IdentityProblems
{
    /// <summary>A file that this user may not read has none: whoever runs the gateway may. Nor has one that the configuration does not name, or names for an origin that is none.</summary>
    /// <param name="known">What is wrong with the configuration itself.</param>
    public static IReadOnlyList<ConfigurationProblem> Of(GatewayConfiguration configuration, IReadOnlyList<ConfigurationProblem> known)
    {
        var problems = new List<ConfigurationProblem>();
        if (known.Any(p => p.Path is "file" or "origin"))
            return problems;
        using var signer = Look("identity.key", () => KeyFile.Read(configuration));
        Look("policy", () => signer is null ? KeyFile.ReadPolicyOfCity(configuration) : KeyFile.ReadPolicy(configuration, signer));
        return problems;

        T? Look<T>(string path, Func<T> read)
            where T : class
        {
            if (known.Any(p => p.Path == path))
                return null;
            try
            {
                return read();
            }
            catch (InputException e)
            {
                problems.Add(new ConfigurationProblem(configuration.File, 0, path, e.Message));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The page names it as not looked at.
            }

            return null;
        }
    }
}
