using Edge.Site.Access;
using Edge.Site.Ports;
using Edge.Testing;

namespace Edge.Site.Tests.Access;

/// <summary>Accounts in a real file, a gateway that is commissioned or not, and a note of what people did.</summary>
internal sealed class People : ICommissioning, ISiteActions, IDisposable
{
    /// <summary>Of every account here. Fewer iterations than usual, so that many logins can be tried.</summary>
    public const string Password = "correct horse 4711";

    private readonly TemporaryDirectory _folder = new();

    public People() => Accounts = new Accounts(_folder.File("gateway.key.accounts"));

    public Accounts Accounts { get; }

    public bool IsCommissioned { get; set; }

    /// <summary>The store takes nothing.</summary>
    public bool IsBlocked { get; set; }

    /// <summary>What happens just before something becomes an entry.</summary>
    public Func<Task>? Before { get; set; }

    /// <summary>What became entries, and who did it.</summary>
    public List<string> Entered { get; } = [];

    public Task AddAsync(string name, Role role) => SetAsync(name, role, Password);

    public Task SetAsync(string name, Role role, string password) => AccountsFile.ChangeAsync(
        Accounts.Path, all => [.. all.Where(a => a.Name != name), new Account(name, role, PasswordHash.Make(password, iterations: 1000))], TimeProvider.System, CancellationToken.None);

    public Task RemoveAsync(string name) => AccountsFile.ChangeAsync(Accounts.Path, all => [.. all.Where(a => a.Name != name)], TimeProvider.System, CancellationToken.None);

    public Task<ulong?> AcknowledgeAsync(string channel, string note, string who, CancellationToken cancellationToken) =>
        channel == "c0" ? EnterAsync($"{channel}: {note}", who) : Task.FromResult<ulong?>(null);

    public Task<ulong?> SeeDamageAsync(string note, string who, CancellationToken cancellationToken) => EnterAsync($"damage: {note}", who);

    public async Task<ulong> NotePasswordAsync(string name, string who, CancellationToken cancellationToken) => (await EnterAsync($"password of {name}", who))!.Value;

    public void Dispose() => _folder.Dispose();

    private async Task<ulong?> EnterAsync(string what, string who)
    {
        if (IsBlocked)
            throw new TimeoutException("the store takes no entries");
        if (Before is { } before)
            await before();
        Entered.Add($"{what} by {who}");
        return (ulong)Entered.Count;
    }
}
