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
        return await RefuseAsync(string.Join('\n', reader.Problems));

    var isJson = asked.GetValue(options.Json);
    var shown = !isJson ? Console.Out : Console.IsErrorRedirected ? TextWriter.Null : Console.Error;
    await using var terminal = new TerminalPicture(shown);
    var answer = await new DemoRun(request, words, new DemoPage(terminal), TimeProvider.System).RunAsync(cancellationToken);
    if (request.Picture is { } picture && !await DrawAsync(terminal, picture, request.Seconds, words))
        answer = answer with { ExitCode = 1, Error = "not_done" };
    if (isJson)
        await Console.Out.WriteLineAsync(answer.ToString());
    return answer.ExitCode;
});
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
    return await RefuseAsync(DemoWords.For(parsed.GetResult(options.Language)?.Tokens is [var language, ..] ? language.Value : null).WrongLine(string.Join(' ', parsed.Errors[0].Message.Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries))));

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

async Task<int> RefuseAsync(string message)
{
    var isJson = args.TakeWhile(a => a != "--").Contains("--json");
    await (isJson ? Console.Out.WriteLineAsync(new DemoAnswer(2, "usage", message).ToString()) : Console.Error.WriteLineAsync(message));
    return 2;
}
