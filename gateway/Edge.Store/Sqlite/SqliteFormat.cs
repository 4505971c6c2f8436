namespace Edge.Store.Sqlite;

/// <summary>What a database file is, so that another program's file, or a newer one of ours, is refused and never guessed at.</summary>
/// <param name="Name">For messages: "gateway log".</param>
/// <param name="ApplicationId">Written to the file's header (SQLite <c>application_id</c>); not zero.</param>
/// <param name="Version">Written to the file's header (SQLite <c>user_version</c>); 1 or greater.</param>
/// <param name="Schema">The statements that make an empty file into this format.</param>
public sealed record SqliteFormat(string Name, int ApplicationId, int Version, string Schema);
