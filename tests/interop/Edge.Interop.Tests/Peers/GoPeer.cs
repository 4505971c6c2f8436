namespace Edge.Interop.Tests.Peers;

/// <summary>The peer in Go: golang.org/x/mod/sumdb as Debian ships it, built once from the sources beside this suite, without network.</summary>
internal static class GoPeer
{
    /// <summary>Debian's golang-golang-x-mod-dev puts its sources here.</summary>
    private const string GoPath = "/usr/share/gocode";

    private static readonly Lazy<Task<Peer>> Built = new(Build);

    /// <summary>Why it cannot be asked; null when it can.</summary>
    public static string? Missing { get; } =
        !Peer.IsInPath("go") ? "Go is not installed: apt-get install golang-go golang-golang-x-mod-dev"
        : !Directory.Exists(Path.Combine(GoPath, "src/golang.org/x/mod/sumdb")) ? "golang.org/x/mod is not installed: apt-get install golang-golang-x-mod-dev"
        : null;

    public static Task<Peer> Get() => Built.Value;

    private static async Task<Peer> Build()
    {
        var program = Path.Combine(Peer.Place, "go", "peer");
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        Dictionary<string, string?> environment = new()
        {
            ["GO111MODULE"] = "off",
            ["GOPATH"] = GoPath,
            ["GOFLAGS"] = null,
            ["GOCACHE"] = Path.Combine(Peer.Place, "go", "cache"),
            ["CGO_ENABLED"] = "0",
        };
        var (code, _, error) = await Peer.Run("go", ["build", "-o", program, "."], Path.Combine(Peer.Sources, "go"), environment);
        return code == 0 ? new Peer(program, [], new Dictionary<string, string?>()) : throw new InvalidOperationException(string.Join('\n', error));
    }
}
