using System.Security.Cryptography;
using System.Text;
using Edge.Ledger.City;
using Edge.Ledger.Notes;
using Edge.Ledger.Policies;

namespace Edge.Ledger.Mqtt.Tests.Anchoring;

/// <summary>A city's keys and policy: four departments, three of them a quorum. The same at every run.</summary>
public sealed class CityKeys
{
    public const string Domain = "water.example";

    public CityKeys(params string[] gateways)
    {
        Departments = [.. new[] { "water", "energy", "environment", "justice" }.Select(name => Signer(name, KeyType.Ed25519Cosignature))];
        City = Signer(Domain, KeyType.Ed25519);
        var text = new StringBuilder().AppendLine($"log {City.Verifier}");
        foreach (var gateway in gateways) text.AppendLine($"log {Gateway(gateway).Verifier}");
        foreach (var department in Departments) text.AppendLine($"witness {department.Name} {department.Verifier}");
        text.AppendLine($"group city 3 {string.Join(' ', Departments.Select(d => d.Name))}").AppendLine("quorum city");
        PolicyText = text.ToString();
        Policy = TrustPolicy.Parse(Encoding.UTF8.GetBytes(PolicyText));
    }

    public NoteSigner City { get; }

    public IReadOnlyList<NoteSigner> Departments { get; }

    public string PolicyText { get; }

    public TrustPolicy Policy { get; }

    public static LogOrigin Origin(string gateway) => LogOrigin.Parse($"{Domain}/{gateway}");

    public static NoteSigner Gateway(string id) => Signer($"{Domain}/{id}", KeyType.Ed25519);

    public static NoteSigner Signer(string name, KeyType type, string salt = "") => new(name, type, SHA256.HashData(Encoding.UTF8.GetBytes(name + salt)));

    /// <summary>The note with cosignatures of departments, by index.</summary>
    public SignedNote Cosign(SignedNote note, DateTimeOffset time, params int[] departments) =>
        note.With(departments.Select(d => Departments[d].Cosign(note.Text.Span, time)));
}
