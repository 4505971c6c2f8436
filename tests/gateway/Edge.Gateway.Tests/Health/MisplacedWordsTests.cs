using Edge.Gateway.Health;
using Edge.Gateway.Health.Words;
using Edge.Ledger.Notes;
using Edge.Store.Log;
using Edge.Store.Segments;
using Edge.Store.Tree;
using Edge.Testing;

namespace Edge.Gateway.Tests.Health;

/// <summary>What the store says of files that are not its own is said in Chinese too; a sentence that is not known there would be quoted.</summary>
public sealed class MisplacedWordsTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_an_open_put_aside_is_said_in_chinese()
    {
        var log = _folder.File("log");
        using var other = new NoteSigner("city.example/gw-1", KeyType.Ed25519, [.. Enumerable.Repeat((byte)9, 32)]);
        using var own = new NoteSigner("city.example/gw-1", KeyType.Ed25519, new byte[32]);
        using (var begun = MerkleLog.Open(LogFolder.Open(log, options: new SegmentOptions { Bytes = 1, Ahead = 512 })))
        {
            var entries = new EntryBatch();
            entries.Add("an entry"u8);
            foreach (var signer in new[] { own, other })
                begun.Append(entries, (size, root) => new Checkpoint(own.Name, size, root).Sign(signer).ToBytes());
        }

        File.Delete(Directory.GetFiles(log, "*.seg").Order(StringComparer.Ordinal).Last());
        File.WriteAllText(Path.Combine(log, "quarantine"), "plain");
        Directory.CreateDirectory(Path.Combine(log, "hashes.5"));
        File.WriteAllText(Path.Combine(log, "00000500.seg"), "stray");
        File.SetUnixFileMode(Path.Combine(log, "index.db"), UnixFileMode.UserRead);

        using var opened = LogFolder.Open(log, signer: own.Verifier);

        var said = opened.Damage.Select(d => HealthWords.Chinese.Damage(NotedDamage.Of(d, default))).Select(d => d[(d.IndexOf('：', StringComparison.Ordinal) + 1)..]).ToList();
        Assert.Contains(said, d => d.StartsWith($"{log}/quarantine：此处应为目录，却不是。", StringComparison.Ordinal));
        Assert.Contains(said, d => d.StartsWith($"{log}/hashes.5：此处不是日志的文件，而是目录、管道或失效的链接。", StringComparison.Ordinal));
        Assert.Contains(said, d => d.StartsWith($"{log}/index.db：属主曾无权使用（权限 400），现已恢复，没有丢失。", StringComparison.Ordinal));
        Assert.Contains(said, d => d.StartsWith($"{log}/00000500.seg：其中没有此日志的内容。", StringComparison.Ordinal));
        Assert.Contains(said, d => d.StartsWith($"{log}/sealed：其中没有以此日志密钥签名的检查点。", StringComparison.Ordinal));
    }
}
