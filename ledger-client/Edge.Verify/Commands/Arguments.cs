using Edge.Ledger.Merkle;
using Edge.Verify.Words;

namespace Edge.Verify.Commands;

/// <summary>What the user asked for.</summary>
/// <param name="Language">Null: by the environment.</param>
/// <param name="Zone">Offset from UTC in which times are shown.</param>
/// <param name="Full">Everything whole: hashes, keys, all readings.</param>
/// <param name="Html">Where the printable page goes; null: there is to be none.</param>
/// <param name="Entry">For a COSE receipt without its entry: the entry's file.</param>
/// <param name="Root">For a COSE receipt of consistency: the earlier root.</param>
/// <param name="Accuse">Not to verify but to accuse: the other input, and the file to be written.</param>
public sealed record Arguments(
    string Evidence, string Policy, Language? Language, TimeSpan Zone, bool Json, bool Full, string? Html = null, string? Entry = null, Hash32? Root = null,
    (string Other, string Out)? Accuse = null);
