namespace Edge.Interop.Tests.Peers;

/// <summary>The verifier in Python beside this suite, which was written from SPEC.md and its vectors alone.</summary>
internal static class PythonPeer
{
    /// <summary>Why it cannot be asked; null when it can.</summary>
    public static string? Missing { get; } = Peer.IsInPath("python3") ? null : "Python is not installed: apt-get install python3";

    /// <summary>Runs one of its modules.</summary>
    public static Task<(int ExitCode, IReadOnlyList<string> Answer, IReadOnlyList<string> Error)> Run(string module, params string[] arguments) =>
        Peer.Run("python3", ["-B", "-m", module, .. arguments], Path.Combine(Peer.Sources, "python"), new Dictionary<string, string?>());
}
