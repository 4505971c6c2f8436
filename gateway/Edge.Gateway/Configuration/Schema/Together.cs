using System.Text.Json.Nodes;

namespace Edge.Gateway.Configuration.Schema;

/// <summary>Settings of one mapping that need each other, in JSON Schema.</summary>
internal static class Together
{
    /// <summary>A converter that runs by itself needs the line of ALERT/RDY, one that does not has none. As it is where there is no such setting.</summary>
    public static JsonObject ModeAndReadyLine(JsonObject options)
    {
        if (options["properties"]!["ready_line"] is not null)
        {
            options["if"] = Has("mode", new JsonObject { ["const"] = "continuous" });
            options["then"] = new JsonObject { ["allOf"] = new JsonArray(Written("ready_bus"), Written("ready_line")) };
            options["else"] = new JsonObject { ["not"] = new JsonObject { ["anyOf"] = new JsonArray(Written("ready_bus"), Written("ready_line")) } };
        }

        return options;
    }

    /// <summary>A deadband says nothing without a limit.</summary>
    public static JsonObject DeadbandAndLimits(JsonObject channel)
    {
        channel["if"] = Has("alarm_deadband", new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0 });
        channel["then"] = new JsonObject { ["anyOf"] = new JsonArray(Written("alarm_low"), Written("alarm_high")) };
        return channel;
    }

    private static JsonObject Written(string name) => Has(name, new JsonObject { ["not"] = new JsonObject { ["type"] = "null" } });

    private static JsonObject Has(string name, JsonObject value) => new()
    {
        ["type"] = "object", ["required"] = new JsonArray(name), ["properties"] = new JsonObject { [name] = value },
    };
}
