using System.Globalization;
using Edge.Gateway.Hosting;
using Microsoft.Extensions.Logging;

namespace Edge.Gateway.Telemetry;

/// <summary>Says when a collector begins and ends to refuse what it is sent: the exporter says so to nobody.</summary>
/// <param name="collector">Where it goes.</param>
internal sealed class TellingHandler(Uri collector, ILogger logger) : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
{
    private bool _fails;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = base.Send(request, cancellationToken);
            Tell(answer.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"it answered {(int)answer.StatusCode}"));
            return answer;
        }
        catch (HttpRequestException e)
        {
            Tell(e.Message);
            throw;
        }
        catch (OperationCanceledException)
        {
            Tell("it does not answer in time");
            throw;
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));

    private void Tell(string? why)
    {
        if (why is not null && !_fails)
            logger.FiguresNotSent(collector, why);
        else if (why is null && _fails)
            logger.FiguresSentAgain(collector);
        _fails = why is not null;
    }
}
