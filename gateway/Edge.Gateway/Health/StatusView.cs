using Edge.Gateway.Commands.Answers;
using Edge.Gateway.Configuration;
using Edge.Gateway.Health.Words;

namespace Edge.Gateway.Health;

/// <summary>Asks, and shows the answer on standard output, once or again and again.</summary>
/// <param name="page">How it is laid out.</param>
/// <param name="isScreen">Whether the output is a terminal on which the cursor can be moved.</param>
internal sealed class StatusView(GatewayConfiguration configuration, HealthWords words, StatusPage page, bool isScreen, bool isJson, bool isBrief, TimeProvider time)
{
    /// <summary>Nothing needs a person.</summary>
    public const int Well = 0;

    /// <summary>Something needs a person.</summary>
    public const int Needed = 1;

    /// <summary>The gateway does not answer.</summary>
    public const int Silent = 3;

    private const string Home = "\e[H";
    private const string EraseLine = "\e[K";
    private const string EraseBelow = "\e[J";

    private readonly string _socket = StatusAddress.PathOf(configuration.Store.Folder);

    /// <returns>The exit code.</returns>
    public async Task<int> ShowAsync(CancellationToken cancellationToken)
    {
        var (code, text) = await LookAsync(cancellationToken);
        await Console.Out.WriteAsync(text);
        return code;
    }

    /// <summary>Until cancelled. On a terminal each picture replaces the one before.</summary>
    /// <returns>The newest exit code.</returns>
    public async Task<int> WatchAsync(TimeSpan period, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(period, time);
        var code = Well;
        try
        {
            do
            {
                (code, var text) = await LookAsync(cancellationToken);
                await Console.Out.WriteAsync(isScreen && !isJson && !isBrief ? Home + text.Replace("\n", EraseLine + "\n", StringComparison.Ordinal) + EraseBelow : text);
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C is how a watch ends.
        }

        return code;
    }

    private async Task<(int Code, string Text)> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await StatusClient.AskAsync(_socket, time, cancellationToken) is not { } answer)
                return Stopped();
            if (HealthJson.Read(answer) is not { } health)
                return (Silent, None(words.NoAnswer(_socket)));
            health = health.Beside(configuration.FileSha256);
            return (health.Needs.Count == 0 ? Well : Needed, isJson ? answer : page.Of(health, isBrief));
        }
        catch (UnauthorizedAccessException)
        {
            return (Silent, None(words.Denied(_socket)));
        }
        catch (IOException)
        {
            return (Silent, None(words.NoAnswer(_socket)));
        }
    }

    private (int Code, string Text) Stopped()
    {
        var health = StoppedGateway.Look(configuration, time);
        return (Silent, isJson ? HealthJson.Write(health) + "\n" : page.Of(health, isBrief));
    }

    private string None(string why) => (isJson ? AnswerJson.Of(new Refusal("no_answer", Silent, why)) : why) + "\n";
}
