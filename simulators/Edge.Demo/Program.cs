using System.CommandLine;
using Edge.Demo;
using Edge.Demo.Showing;

var options = new DemoOptions();
var root = options.Command();
root.SetAction(async (asked, cancellationToken) =>
{
    var words = DemoWords.For(asked.GetValue(options.Language));
    var reader = new DemoRequestReader(asked, options, words);
    var request = reader.Read();
    if (reader.Problems.Count > 0)
    {
        await Console.Error.WriteLineAsync(string.Join('\n', reader.Problems));
        return 2;
    }

    await using var terminal = new TerminalPicture(Console.Out);
    var code = await new DemoRun(request, words, new DemoPage(terminal), TimeProvider.System).RunAsync(cancellationToken);
    return request.Picture is { } picture && !await DrawAsync(terminal, picture, request.Seconds, words) ? 1 : code;
});
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    await Console.Error.WriteLineAsync(DemoWords.For(parsed.GetResult(options.Language)?.Tokens is [var language, ..] ? language.Value : null).WrongLine(string.Join(' ', parsed.Errors[0].Message.Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries))));
    return 2;
}

return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });

static async Task<bool> DrawAsync(TerminalPicture terminal, string picture, int seconds, DemoWords words)
{
    try
    {
        await File.WriteAllTextAsync(picture, terminal.Draw($"./edge demo --seconds {seconds}"));
        return true;
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException)
    {
        await Console.Error.WriteLineAsync(words.NotDrawn(e.Message));
        return false;
    }
}
