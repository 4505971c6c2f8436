using Edge.Ledger.Evidence;
using Edge.Ledger.Tests.Evidence;

namespace Edge.Verify.Tests.Commands;

/// <summary>The model city's policy and evidence files in a folder of their own.</summary>
public sealed class SceneFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edge-verify-");

    public SceneFiles() => Policy = Write("policy.txt", System.Text.Encoding.UTF8.GetBytes(Scene.Keys.PolicyText));

    internal Scene Scene { get; } = new();

    public string Folder => _folder.FullName;

    public string Policy { get; }

    public string One => Write("one.edge", Scene.One);

    public string Range => Write("range.edge", Scene.Range);

    public string Write(string name, EvidenceFile file) => Write(name, file.ToBytes());

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
