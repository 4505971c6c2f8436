using System.Text;
using Edge.Gateway.Configuration;
using Edge.Gateway.Outputs;
using Edge.Ledger;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;
using Edge.Store.Log;

namespace Edge.Gateway.Commands;

/// <summary>Reads the files a gateway's identity is made of.</summary>
internal static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="InputException">It is missing, others may use it, or it belongs to another gateway.</exception>
    public static NoteSigner Read(GatewayConfiguration configuration)
    {
        if (!IsThere(configuration.KeyFile))
            throw new InputException($"There is no key at {configuration.KeyFile}. Make one: edge-gateway keygen --origin {configuration.Origin} --out {configuration.KeyFile}");
        RequirePlain(configuration.KeyFile, "a gateway's key");
        if ((File.GetUnixFileMode(configuration.KeyFile) & ~OwnerOnly) != 0)
            throw new InputException($"{configuration.KeyFile}: others than its owner may use it. Run: chmod 600 {configuration.KeyFile}");
        NoteSigner signer;
        try
        {
            signer = NoteSigner.Parse(Encoding.UTF8.GetString(PathLock.ReadHeld(configuration.KeyFile)).TrimEnd('\n'));
        }
        catch (MalformedException e)
        {
            throw new InputException($"{configuration.KeyFile} is not a gateway's key: {e.Message}");
        }

        return signer.Name == configuration.Origin.ToString() && signer.Verifier.SignsLogs
            ? signer
            : throw new InputException($"{configuration.KeyFile} holds a key of {signer.Name}, but {configuration.File} says origin: {configuration.Origin}. Use that gateway's key, or correct the origin.");
    }

    /// <summary>The policy a gateway runs under: it must name this gateway and its city, or nothing would ever be anchored.</summary>
    /// <exception cref="InputException">The policy is missing or malformed, or does not admit this gateway.</exception>
    public static TrustPolicy ReadPolicy(GatewayConfiguration configuration, NoteSigner signer)
    {
        var policy = ReadPolicyOfCity(configuration);
        return policy.Logs.Any(k => k.ToString() == signer.Verifier.ToString())
            ? policy
            : throw new InputException($"{configuration.PolicyFile} does not admit this gateway: it has no line \"log {signer.Verifier}\". Have the city add it, or get the policy of {configuration.Origin.City}.");
    }

    /// <summary>The same, whether or not it names this gateway.</summary>
    /// <exception cref="InputException">The policy is missing or malformed, or another city's.</exception>
    public static TrustPolicy ReadPolicyOfCity(GatewayConfiguration configuration)
    {
        var policy = ReadPolicy(configuration);
        return policy.Logs.Any(k => k.Name == configuration.Origin.City)
            ? policy
            : throw new InputException($"{configuration.PolicyFile} does not name the log of {configuration.Origin.City}: no receipt could be believed. Get that city's policy, or correct origin: in {configuration.File}.");
    }

    /// <exception cref="InputException">The policy is missing or malformed.</exception>
    public static TrustPolicy ReadPolicy(GatewayConfiguration configuration)
    {
        if (!IsThere(configuration.PolicyFile))
            throw new InputException($"There is no policy at {configuration.PolicyFile}. Get the city's policy file and name it under policy: in {configuration.File}.");
        RequirePlain(configuration.PolicyFile, "a policy");
        try
        {
            return TrustPolicy.Parse(File.ReadAllBytes(configuration.PolicyFile));
        }
        catch (MalformedException e)
        {
            throw new InputException($"{configuration.PolicyFile} is not a policy: {e.Message}");
        }
    }

    /// <summary>Before it is opened: a pipe would wait, a device would never end.</summary>
    private static void RequirePlain(string path, string what)
    {
        if (FileType.IsSpecial(path))
            throw new InputException($"{path} is not {what}: it is a pipe, a socket or a device.");
        if (new FileInfo(path).Length > ConfigurationBytes.MaxBytes)
            throw new InputException($"{path} is not {what}: it has more than {ConfigurationBytes.MaxBytes} bytes.");
    }

    /// <exception cref="UnauthorizedAccessException">This user may not know.</exception>
    private static bool IsThere(string path)
    {
        try
        {
            return (File.GetAttributes(path) & FileAttributes.Directory) == 0;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }
}
