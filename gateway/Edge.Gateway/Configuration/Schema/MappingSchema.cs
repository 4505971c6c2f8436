using System.Text.Json.Nodes;
using Edge.Sensors.Catalog;

namespace Edge.Gateway.Configuration.Schema;

/// <summary>One mapping in JSON Schema: the settings that the reader asks for, no others.</summary>
/// <param name="section">Under which heading of the pages its settings stand.</param>
/// <param name="prefix">What stands before their names there.</param>
internal sealed class MappingSchema(string section, string prefix = "")
{
    /// <param name="asked">What the reader asks of it.</param>
    /// <param name="nested">The schemas of mappings and lists in it, by their names.</param>
    public JsonObject Of(AskedSettings asked, params (string Name, JsonObject Schema)[] nested)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var setting in asked.All.OrderBy(s => s.Form == SettingForm.Nested))
        {
            var row = SettingsPages.Of(section, prefix + setting.Name);
            if (setting.Form == SettingForm.Nested)
            {
                var schema = nested.Single(n => n.Name == setting.Name).Schema;
                if (row is not { IsNeeded: true } && schema["type"]?.ToString() == "object")
                    OrNothing(schema);
                SettingSchema.Describe(schema, row);
                properties[setting.Name] = schema;
            }
            else
            {
                properties[setting.Name] = SettingSchema.Of(setting, row);
            }

            if (setting.Form == SettingForm.Nested ? row is { IsNeeded: true } : setting.IsNeeded)
                required.Add((JsonNode)setting.Name);
        }

        var mapping = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (required.Count > 0)
            mapping["required"] = required;
        return mapping;
    }

    /// <summary>A mapping that has other settings under each word of one of them; one schema where it has not.</summary>
    /// <param name="word">The name of that one.</param>
    /// <param name="variants">What is asked under each word.</param>
    public JsonObject Of(string word, IReadOnlyList<(string Word, AskedSettings Asked)> variants, params (string Name, Func<JsonObject> Schema)[] nested)
    {
        if (variants.All(v => v.Asked.All.Select(s => s.Name).SequenceEqual(variants[0].Asked.All.Select(s => s.Name))))
            return Of(variants[0].Asked, Fresh());
        var choice = SettingSchema.Of(variants[0].Asked[word]!, SettingsPages.Of(section, prefix + word));
        return ByWord(word, choice, variants.Select(v => (v.Word, Fixed(word, v.Word, Of(v.Asked, Fresh())))));

        (string Name, JsonObject Schema)[] Fresh() => [.. nested.Select(n => (n.Name, n.Schema()))];
    }

    /// <summary>A mapping below whose name nothing need stand.</summary>
    public static JsonObject OrNothing(JsonObject mapping)
    {
        mapping["type"] = new JsonArray("object", "null");
        return mapping;
    }

    /// <summary>A mapping one setting of which has one word.</summary>
    public static JsonObject Fixed(string name, string word, JsonObject mapping)
    {
        mapping["properties"]![name] = new JsonObject { ["const"] = word };
        return mapping;
    }

    /// <summary>A mapping whose schema follows from the word that one of its settings has.</summary>
    public static JsonObject ByWord(string name, JsonObject choice, IEnumerable<(string Word, JsonObject Schema)> variants) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray(name),
        ["properties"] = new JsonObject { [name] = choice },
        ["allOf"] = new JsonArray([.. variants.Select(v => new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { [name] = new JsonObject { ["const"] = v.Word } }, ["required"] = new JsonArray(name) },
            ["then"] = v.Schema,
        })]),
    };
}
