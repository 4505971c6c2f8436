using System.Text.Json;

namespace Edge.Site.Access;

/// <summary>
/// The accounts in their file, version 1: <c>{"version":1,"accounts":[{"name":...,"role":...,"password":...}]}</c>, readable by its owner only, replaced as a
/// whole. One who changes it holds <c>PATH.lock</c> meanwhile.
/// </summary>
public static class AccountsFile
{
    /// <summary>Accounts of a gateway.</summary>
    public const int MostAccounts = 200;

    private const int MostBytes = 256 * 1024;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private const int LockTries = 250;
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(20);

    /// <summary>All accounts; none where there is no file.</summary>
    /// <exception cref="AccountsFileException">It is no such file, or others than its owner may use it.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not.</exception>
    public static IReadOnlyList<Account> Read(string path)
    {
        if (!File.Exists(path))
            return [];
        if ((File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
            throw new AccountsFileException(path, AccountsFault.Open);
        if (new FileInfo(path).Length > MostBytes)
            throw new AccountsFileException(path, AccountsFault.Malformed);
        try
        {
            using var parsed = JsonDocument.Parse(File.ReadAllBytes(path), Strict);
            var root = parsed.RootElement;
            if (root.GetProperty("version").GetInt32() != 1)
                throw new AccountsFileException(path, AccountsFault.Version);
            List<Account> accounts = [.. root.GetProperty("accounts").EnumerateArray().Select(a => Parse(a) ?? throw new AccountsFileException(path, AccountsFault.Malformed))];
            return accounts.DistinctBy(a => a.Name).Count() == accounts.Count ? accounts : throw new AccountsFileException(path, AccountsFault.Malformed);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new AccountsFileException(path, AccountsFault.Malformed);
        }
    }

    /// <summary>Changes the accounts, one who changes them at a time.</summary>
    /// <param name="change">What they are to be, of what they are; null leaves them.</param>
    /// <param name="before">What has to be done before they are in force; they are on the disk then, and what it throws leaves all as it was.</param>
    /// <returns>Whether they were changed.</returns>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static async Task<bool> ChangeAsync(string path, Func<IReadOnlyList<Account>, IReadOnlyList<Account>?> change, TimeProvider time, CancellationToken cancellationToken, Func<Task>? before = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var held = await HoldAsync(path + ".lock", time, cancellationToken);
        if (change(Read(path)) is not { } accounts)
            return false;
        var part = path + ".part";
        try
        {
            Write(part, accounts);
            if (before is not null)
                await before();
            File.Move(part, path, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static Account? Parse(JsonElement account) =>
        account.GetProperty("name").GetString() is { } name && Account.IsName(name)
        && RoleName.Parse(account.GetProperty("role").GetString()) is { } role
        && account.GetProperty("password").GetString() is { } password && PasswordHash.IsHash(password)
            ? new Account(name, role, password)
            : null;

    private static void Write(string part, IReadOnlyList<Account> accounts)
    {
        File.Delete(part);
        using var file = new FileStream(part, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly });
        using (var json = new Utf8JsonWriter(file, Readable))
            Write(json, accounts);
        file.Write("\n"u8);
        file.Flush(flushToDisk: true);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Account> accounts)
    {
        json.WriteStartObject();
        json.WriteNumber("version"u8, 1);
        json.WriteStartArray("accounts"u8);
        foreach (var account in accounts)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, account.Name);
            json.WriteString("role"u8, RoleName.Of(account.Role));
            json.WriteString("password"u8, account.Password);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static async Task<FileStream> HoldAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var tries = LockTries; ; tries--)
        {
            try
            {
                return new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.None, UnixCreateMode = OwnerOnly });
            }
            catch (IOException) when (File.Exists(path) && tries > 0)
            {
                // Somebody else changes the accounts just now.
                await Task.Delay(LockPause, time, cancellationToken);
            }
        }
    }
}
