using System.CommandLine;
using Edge.Gateway.Commands;

return await new RootCommand("The gateway on the pipe: reads sensors, keeps every reading in a Merkle log, anchors it to the city.")
{
    RunCommand.Create(),
    EvidenceCommand.Create(),
    KeygenCommand.Create(),
    CheckCommand.Create(),
}.Parse(args).InvokeAsync();
