using Edge.Gateway.Configuration;

namespace Edge.Gateway.Consequences;

/// <summary>Of the files that a gateway needs beside its configuration, those that whoever asks may not read.</summary>
internal static class Unreadable
{
    public static IEnumerable<string> Of(GatewayConfiguration configuration) => new[] { configuration.KeyFile, configuration.PolicyFile }.Where(Is);

    /// <summary>Whether this user may not read a file, or not look into its folder.</summary>
    public static bool Is(string path)
    {
        try
        {
            if ((File.GetAttributes(path) & FileAttributes.Directory) == 0)
                File.OpenRead(path).Dispose();
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
