using System.Globalization;
using Edge.Ledger.Entries;
using Edge.Site.Ports;
using Microsoft.AspNetCore.Http;

namespace Edge.Site.Serving;

/// <summary>The parameters of a request, each said at most once and well formed.</summary>
internal sealed class QueryText
{
    private const int Longest = 128;

    private readonly IQueryCollection _query;

    private QueryText(IQueryCollection query) => _query = query;

    /// <exception cref="BadParameterException">One is not known here, said twice, or longer than any can be.</exception>
    public static QueryText Of(HttpContext context)
    {
        var known = context.GetEndpoint()?.Metadata.GetMetadata<Parameters>()?.Names ?? [];
        foreach (var (name, values) in context.Request.Query)
        {
            if (!known.Contains(name))
                throw new BadParameterException(known.Count == 0 ? "this path takes no parameters" : $"this path takes only the parameters {string.Join(", ", known)}");
            if (values is not [{ Length: <= Longest }])
                throw new BadParameterException($"{name} must be said once, in at most {Longest} characters");
        }

        return new QueryText(context.Request.Query);
    }

    /// <summary>Null when it is not said; an empty one is a mistake.</summary>
    public string? Text(string name) => !_query.TryGetValue(name, out var values) ? null
        : values[0] is { Length: > 0 } text ? text : throw new BadParameterException($"{name} is empty; leave it out, or say something");

    public string Required(string name) => Text(name) ?? throw new BadParameterException($"{name} is needed");

    public ulong? Index(string name) => Text(name) is not { } text ? null
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < long.MaxValue ? index
        : throw new BadParameterException($"{name} must be a whole number, the index of an entry of the log");

    public int Count(string name, int usual, int most) => Text(name) is not { } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most ? count
        : throw new BadParameterException(string.Create(CultureInfo.InvariantCulture, $"{name} must be a whole number from 1 to {most}"));

    public bool Flag(string name) => Text(name) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw new BadParameterException($"{name} must be true or false"),
    };

    public Quality? Quality(string name) => Text(name) switch
    {
        null => null,
        "good" => Ledger.Entries.Quality.Good,
        "uncertain" => Ledger.Entries.Quality.Uncertain,
        "bad" => Ledger.Entries.Quality.Bad,
        _ => throw new BadParameterException($"{name} must be good, uncertain or bad"),
    };

    /// <summary>One of some words.</summary>
    public T? OneOf<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct => Text(name) is not { } text ? null
        : words.TryGetValue(text, out var value) ? value : throw new BadParameterException($"{name} must be one of {string.Join(", ", words.Keys)}");

    /// <summary>POSIX seconds.</summary>
    public double? Moment(string name) => Text(name) is not { } text ? null
        : Moments.TryParse(text) ?? throw new BadParameterException($"{name} must be a time of RFC 3339 with its offset from UTC, such as {Moments.Example}, or seconds since 1970");

    /// <summary>From and to; open where one is not said.</summary>
    public Period Period()
    {
        var period = new Period(Moment("from") ?? double.NegativeInfinity, Moment("to") ?? double.PositiveInfinity);
        return period.Since <= period.Until ? period : throw new BadParameterException("from must not be later than to");
    }
}
