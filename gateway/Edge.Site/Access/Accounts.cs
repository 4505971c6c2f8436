namespace Edge.Site.Access;

/// <summary>The accounts as their file has them now: it is read again whenever it is another file than before. From any thread.</summary>
/// <param name="path">Of the file.</param>
public sealed class Accounts(string path)
{
    private readonly Lock _gate = new();
    private (DateTime Written, long Length, UnixFileMode Mode)? _seen;
    private IReadOnlyList<Account> _accounts = [];
    private string? _problem;

    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Why nobody can log in, although there may be accounts; null when the file can be read.</summary>
    public string? Problem
    {
        get
        {
            Look();
            return _problem;
        }
    }

    /// <summary>All of them; none while the file cannot be read.</summary>
    public IReadOnlyList<Account> All
    {
        get
        {
            Look();
            return _accounts;
        }
    }

    /// <summary>Null when there is none of that name.</summary>
    public Account? Find(string name) => All.FirstOrDefault(a => a.Name == name);

    private void Look()
    {
        lock (_gate)
        {
            try
            {
                var file = new FileInfo(Path);
                (DateTime, long, UnixFileMode)? now = file.Exists ? (file.LastWriteTimeUtc, file.Length, file.UnixFileMode) : null;
                if (now == _seen && _problem is null)
                    return;
                _accounts = AccountsFile.Read(Path);
                (_seen, _problem) = (now, null);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or AccountsFileException)
            {
                (_accounts, _problem) = ([], e.Message);
            }
        }
    }
}
