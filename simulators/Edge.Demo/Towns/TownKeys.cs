using System.Security.Cryptography;
using System.Text;
using Edge.Ledger.Notes;

namespace Edge.Demo.Towns;

/// <summary>Makes the town's keys and the policy file that names whom to trust: three of four departments make a quorum.</summary>
internal static class TownKeys
{
    public static void Make(TownFolder folder, TownPlan plan)
    {
        var policy = new StringBuilder("# Whom a verifier trusts: the city's log of blocks, the gateway, and any three of these departments.\n");
        policy.Append($"log {Key(plan.City, plan.LogKeys, folder.CityKey)}\n");
        policy.Append($"log {Key(plan.Origin, plan.LogKeys, folder.GatewayKey)}\n\n");
        foreach (var department in plan.Departments)
            policy.Append($"witness {department} {Key($"{department}.{plan.City}", KeyType.Ed25519Cosignature, folder.DepartmentKey(department))}\n");
        policy.Append($"\ngroup departments {(2 * ((plan.Departments.Count - 1) / 3)) + 1} {string.Join(' ', plan.Departments)}\nquorum departments\n");
        File.WriteAllText(folder.Policy, policy.ToString());
    }

    private static string Key(string name, KeyType type, string path)
    {
        using var signer = new NoteSigner(name, type, RandomNumberGenerator.GetBytes(32));
        using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        file.Write(Encoding.UTF8.GetBytes(signer.ExportSecret() + "\n"));
        return signer.Verifier.ToString();
    }
}
