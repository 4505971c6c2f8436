using System.Collections.Concurrent;
using Edge.Site.Serving;
using Microsoft.Extensions.Logging;

namespace Edge.Site.Tests.Serving;

/// <summary>Hears what the site's server says in the log.</summary>
internal sealed class Ear : ILogger<SiteServer>
{
    private readonly ConcurrentQueue<(int Id, string Text)> _heard = [];

    /// <summary>The texts of one message, in the order in which they came.</summary>
    public IReadOnlyList<string> Of(int id) => [.. _heard.Where(h => h.Id == id).Select(h => h.Text)];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _heard.Enqueue((eventId.Id, formatter(state, exception)));
}
