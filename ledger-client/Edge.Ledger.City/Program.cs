using System.CommandLine;
using Edge.Ledger;
using Edge.Ledger.City.Commands;
using Edge.Ledger.Mqtt.Links;
using Edge.Store;

var root = new RootCommand("A city's nodes: departments that witness gateways' logs, and the city log that orders what they accepted. / 城市链节点")
{
    DepartmentCommand.Create(),
    LogCommand.Create(),
    KeygenCommand.Create(),
};

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
}
catch (Exception e) when (e is MalformedException or StoreException or ArgumentException or MqttLinkException or IOException or UnauthorizedAccessException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync($"edge-city: {e.Message}");
    return 2;
}
