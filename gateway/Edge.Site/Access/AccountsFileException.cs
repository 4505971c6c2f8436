namespace Edge.Site.Access;

/// <summary>A file of accounts cannot be relied on: nobody can log in by it.</summary>
public sealed class AccountsFileException(string path, AccountsFault fault) : Exception($"{path}: {Say(fault)}")
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>What is the matter.</summary>
    public AccountsFault Fault { get; } = fault;

    private static string Say(AccountsFault fault) => fault switch
    {
        AccountsFault.Open => "others than its owner may use it; run chmod 600 on it",
        AccountsFault.Version => "it is of a newer version of this program",
        _ => "it is not a file of accounts; restore it, or remove it and add the accounts anew",
    };
}

/// <summary>Why.</summary>
public enum AccountsFault
{
    /// <summary>Not of the form.</summary>
    Malformed,

    /// <summary>Others than its owner may read or write it.</summary>
    Open,

    /// <summary>A version that this program does not know.</summary>
    Version,
}
