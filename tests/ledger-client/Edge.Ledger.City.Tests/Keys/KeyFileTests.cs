using Edge.Ledger.City.Keys;
using Edge.Ledger.Notes;
using Edge.Testing;

namespace Edge.Ledger.City.Tests.Keys;

public sealed class KeyFileTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_back_what_it_made_for_its_owner_only()
    {
        var path = _folder.File("key");
        var made = KeyFile.Create(path, "energy", KeyType.Ed25519Cosignature);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        using var read = KeyFile.Read(path, KeyUse.Witness);
        Assert.Equal(made.ToString(), read.Verifier.ToString());
    }

    [Fact]
    public void Never_overwrites_a_key()
    {
        var path = _folder.File("key");
        KeyFile.Create(path, "energy", KeyType.Ed25519Cosignature);
        var before = File.ReadAllText(path);
        Assert.Throws<IOException>(() => KeyFile.Create(path, "energy", KeyType.Ed25519Cosignature));
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Fact]
    public void Makes_a_different_key_each_time() => Assert.NotEqual(
        KeyFile.Create(_folder.File("one"), "energy", KeyType.Ed25519Cosignature).ToString(),
        KeyFile.Create(_folder.File("two"), "energy", KeyType.Ed25519Cosignature).ToString());

    [Fact]
    public void Refuses_a_key_for_another_use()
    {
        var path = _folder.File("key");
        KeyFile.Create(path, "energy", KeyType.Ed25519Cosignature);
        var e = Assert.Throws<MalformedException>(() => KeyFile.Read(path, KeyUse.Log));
        Assert.Contains(path, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(KeyType.Ed25519)]
    [InlineData(KeyType.EcdsaP256)]
    [InlineData(KeyType.Sm2)]
    public void A_log_may_have_a_key_of_any_type_that_signs_logs(KeyType type)
    {
        var path = _folder.File("key");
        var made = KeyFile.Create(path, "city.example", type);
        using var read = KeyFile.Read(path, KeyUse.Log);
        Assert.Equal(made.ToString(), read.Verifier.ToString());
        Assert.Throws<MalformedException>(() => KeyFile.Read(path, KeyUse.Witness));
    }

    [Fact]
    public void Refuses_a_key_that_others_can_read()
    {
        var path = _folder.File("key");
        KeyFile.Create(path, "energy", KeyType.Ed25519Cosignature);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Assert.Contains($"chmod 600 {path}", Assert.Throws<MalformedException>(() => KeyFile.Read(path, KeyUse.Witness)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_file_is_not_a_key()
    {
        var path = _folder.Write("key", "not a key\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Contains(path, Assert.Throws<MalformedException>(() => KeyFile.Read(path, KeyUse.Log)).Message, StringComparison.Ordinal);
    }
}
