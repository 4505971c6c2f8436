using System.CommandLine;
using Edge.Ledger;
using Edge.Ledger.City.Commands;
using Edge.Ledger.Mqtt.Links;
using Edge.Store;

const int WrongUsage = 2;

var root = new RootCommand("A city's nodes: departments that witness gateways' logs, and the city log that orders what they accepted. / 城市链节点")
{
    DepartmentCommand.Create(),
    LogCommand.Create(),
    HistorianCommand.Create(),
    KeygenCommand.Create(),
};

try
{
    var parsed = root.Parse(args);
    var result = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    return parsed.Errors.Count > 0 ? WrongUsage : result;
}
catch (Exception e) when (e is MalformedException or StoreException or ArgumentException or MqttLinkException or IOException or UnauthorizedAccessException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync($"edge-city: {e.Message}");
    return WrongUsage;
}
