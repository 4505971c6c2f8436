using System.CommandLine;
using Edge.Gateway.Commands;

var parsed = new RootCommand("The gateway on the pipe: reads sensors, keeps every reading in a Merkle log, anchors it to the city.")
{
    RunCommand.Create(),
    StatusCommand.Create(),
    EvidenceCommand.Create(),
    ExportCommand.Create(),
    KeygenCommand.Create(),
    CheckCommand.Create(),
}.Parse(args);

if (parsed.Errors.Count > 0 && args.Length > 0)
    return await Failure.OfUsageAsync(parsed);

// The host handles signals itself: a stop may take as long as sealing takes.
var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
return parsed.Errors.Count > 0 ? Failure.WrongInput : code;
