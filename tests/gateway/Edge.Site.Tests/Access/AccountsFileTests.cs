using Edge.Site.Access;
using Edge.Testing;

namespace Edge.Site.Tests.Access;

public sealed class AccountsFileTests : IDisposable
{
    private const string Hash = "pbkdf2-sha512$1000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private readonly TemporaryDirectory _folder = new();

    private string File => _folder.File("gateway.key.accounts");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_written_is_read_and_is_its_owners_alone()
    {
        Account[] accounts = [new("Li Wei", Role.Technician, Hash), new("王伟", Role.Viewer, Hash)];

        await SetAsync(_ => accounts);

        Assert.Equal(accounts, AccountsFile.Read(File));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Contains("王伟", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.part"));
    }

    [Fact]
    public void Where_there_is_no_file_there_are_no_accounts() => Assert.Empty(AccountsFile.Read(File));

    [Theory]
    [InlineData("", AccountsFault.Malformed)]
    [InlineData("[]", AccountsFault.Malformed)]
    [InlineData("""{"version":2,"accounts":[]}""", AccountsFault.Version)]
    [InlineData("""{"version":1}""", AccountsFault.Malformed)]
    [InlineData("""{"version":1,"accounts":[{"name":"Li Wei","role":"root","password":"PW"}]}""", AccountsFault.Malformed)]
    [InlineData("""{"version":1,"accounts":[{"name":"Li Wei","role":"viewer","password":"plain"}]}""", AccountsFault.Malformed)]
    [InlineData("""{"version":1,"accounts":[{"name":"Li\nWei","role":"viewer","password":"PW"}]}""", AccountsFault.Malformed)]
    [InlineData("""{"version":1,"accounts":[{"name":"Li Wei","role":"viewer","password":"PW"},{"name":"Li Wei","role":"technician","password":"PW"}]}""", AccountsFault.Malformed)]
    public void What_is_no_file_of_accounts_is_not_read_as_one(string text, AccountsFault fault)
    {
        _folder.Write("gateway.key.accounts", text.Replace("PW", Hash, StringComparison.Ordinal));
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Equal(fault, Assert.Throws<AccountsFileException>(() => AccountsFile.Read(File)).Fault);
    }

    [Fact]
    public async Task One_that_others_may_use_is_not_relied_on_and_nothing_is_added_to_it()
    {
        await SetAsync(_ => [new Account("Li Wei", Role.Technician, Hash)]);
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite);

        Assert.Equal(AccountsFault.Open, Assert.Throws<AccountsFileException>(() => AccountsFile.Read(File)).Fault);
        await Assert.ThrowsAsync<AccountsFileException>(() => SetAsync(all => [.. all]));
    }

    [Fact]
    public async Task Many_who_change_it_at_the_same_time_lose_nothing_of_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => SetAsync(all => [.. all, new Account($"Li {i}", Role.Viewer, Hash)]))));

        Assert.Equal(20, AccountsFile.Read(File).Count);
    }

    [Fact]
    public async Task A_change_is_seen_at_once_also_one_that_leaves_the_length_as_it_was()
    {
        var accounts = new Accounts(File);
        Assert.Null(accounts.Find("Li Wei"));
        await SetAsync(_ => [new Account("Li Wei", Role.Viewer, Hash)]);
        Assert.Equal(Role.Viewer, accounts.Find("Li Wei")?.Role);
        var other = Hash[..^3] + "BA=";
        await Eventually.True(async () =>
        {
            await SetAsync(_ => [new Account("Li Wei", Role.Viewer, other)]);
            return accounts.Find("Li Wei")?.Password == other;
        });

        System.IO.File.Delete(File);
        Assert.Null(accounts.Find("Li Wei"));
        Assert.Null(accounts.Problem);
    }

    [Theory]
    [InlineData("Li Wei", true)]
    [InlineData("王伟", true)]
    [InlineData("o'brien-2", true)]
    [InlineData("", false)]
    [InlineData(" Li", false)]
    [InlineData("Li ", false)]
    [InlineData("Li\tWei", false)]
    [InlineData("Li\u202EWei", false)]
    [InlineData("Li (technician, site page)", false)]
    [InlineData("e\u0301", false)]
    [InlineData("\uD800", false)]
    public void A_name_is_one_that_stands_in_a_log_as_it_is_seen(string name, bool isName) => Assert.Equal(isName, Account.IsName(name));

    private Task<bool> SetAsync(Func<IReadOnlyList<Account>, IReadOnlyList<Account>?> change) => AccountsFile.ChangeAsync(File, change, TimeProvider.System, CancellationToken.None);
}
