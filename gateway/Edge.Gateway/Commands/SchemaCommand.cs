using System.CommandLine;
using Edge.Gateway.Configuration.Schema;

namespace Edge.Gateway.Commands;

/// <summary><c>edge-gateway config schema</c>: prints the JSON Schema of the configuration file, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create(HelpWords help)
    {
        var language = ExportSource.Language(help);
        var schema = new Command("schema", help.Schema) { language };
        schema.SetAction((_, _) => Failure.Guard(async () =>
        {
            await Console.Out.WriteAsync(ConfigurationSchema.Text());
            return 0;
        }));
        return schema;
    }
}
