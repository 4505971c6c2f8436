using System.Text.RegularExpressions;
using Edge.Ledger.Merkle;

namespace Edge.Ledger.City;

/// <summary>
/// The name of a log: <c>&lt;city domain&gt;/&lt;gateway id&gt;</c> for a gateway, <c>&lt;city domain&gt;/sm3/&lt;gateway id&gt;</c> for one whose tree is
/// built with SM3, the bare <c>&lt;city domain&gt;</c> for the city's own log of blocks. The id is one level of [a-z0-9-], 1 to 64 characters, unique in its city.
/// </summary>
public sealed partial record LogOrigin
{
    private readonly string _text;

    private LogOrigin(string text, string city, string? gatewayId)
    {
        _text = text;
        City = city;
        GatewayId = gatewayId;
    }

    /// <summary>The city's domain, which is also the origin of its log.</summary>
    public string City { get; }

    /// <summary>Null for the city log.</summary>
    public string? GatewayId { get; }

    /// <summary>The hash function of its tree.</summary>
    public TreeHasher Hasher => TreeHasher.OfLog(_text);

    /// <summary>The level that names this log in MQTT topics: the gateway id, or the city's domain.</summary>
    public string TopicId => GatewayId ?? City;

    public static LogOrigin? TryParse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
            return null;
        var id = match.Groups["id"];
        return new LogOrigin(text, match.Groups["city"].Value, id.Success ? id.Value : null);
    }

    /// <exception cref="MalformedException">Not an origin.</exception>
    public static LogOrigin Parse(string text) => TryParse(text)
        ?? throw new MalformedException($"origin \"{text}\": must be <city domain>/<gateway id> or <city domain>/sm3/<gateway id>, the id 1 to 64 of a-z, 0-9 and -");

    /// <summary>Whether a text is a gateway's id.</summary>
    public static bool IsGatewayId(string text) => Id().IsMatch(text);

    public override string ToString() => _text;

    [GeneratedRegex(@"\A(?<city>[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,7})(/(sm3/)?(?<id>[a-z0-9-]{1,64}))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"\A[a-z0-9-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
