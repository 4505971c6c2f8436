using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Edge.Site.Access;
using Edge.Site.Serving;
using Edge.Testing;

namespace Edge.Site.Tests.Serving;

public sealed partial class OpenApiTests
{
    private const string Api = "/api/v1/";

    private static async Task<JsonNode> DocumentAsync(RunningSite site) => JsonNode.Parse(await site.Client.GetStringAsync("/api/v1/openapi.json"))!;

    /// <summary>Method and path of all that is served under the API, and the parameters that its endpoint takes.</summary>
    private static Dictionary<string, string[]> Served(RunningSite site) =>
        (from route in site.MappedRoutes()
         where route.Endpoint.RoutePattern.RawText!.StartsWith(Api, StringComparison.Ordinal)
         select (route.Route, route.Endpoint.Metadata.GetMetadata<Parameters>()?.Names.Order(StringComparer.Ordinal).ToArray() ?? [])).ToDictionary();

    [Fact]
    public async Task The_document_and_the_routes_name_the_same_paths_methods_and_parameters()
    {
        await using var site = await RunningSite.StartAsync();
        var document = await DocumentAsync(site);

        var documented = (from path in document["paths"]!.AsObject()
                          from operation in path.Value!.AsObject()
                          let parameters = operation.Value!["parameters"]!.AsArray().Select(p => p!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal).ToArray()
                          select ($"{operation.Key.ToUpperInvariant()} {path.Key}", parameters)).ToDictionary();

        var served = Served(site);
        Assert.Equal(served.Keys.Order(StringComparer.Ordinal), documented.Keys.Order(StringComparer.Ordinal));
        Assert.All(served, s => Assert.Equal(s.Value, documented[s.Key]));
    }

    [Fact]
    public async Task The_document_asks_for_a_session_where_the_table_of_access_does_and_for_its_proof_with_each_change()
    {
        await using var site = await RunningSite.StartAsync();
        var document = await DocumentAsync(site);

        Assert.All(site.MappedRoutes().Where(r => r.Route.Contains(Api, StringComparison.Ordinal)), route =>
        {
            var method = route.Route.Split(' ')[0];
            Assert.True(AccessTable.TryFind(method, route.Endpoint, out var least));
            var operation = document["paths"]![route.Endpoint.RoutePattern.RawText!]![method.ToLowerInvariant()]!;
            var security = (operation["security"] ?? document["security"])!.ToJsonString();
            Assert.Equal((least, method) switch { (null, _) => "[]", (_, "GET") => """[{"session":[]},{"token":[]},{}]""", _ => """[{"session":[],"proof":[]}]""" }, security);
            Assert.Equal(least is not null, operation["responses"]!["401"] is not null && operation["operationId"]!.GetValue<string>() != "login");
        });
    }

    [Theory]
    [InlineData("channels", "Channels")]
    [InlineData("readings", "Page")]
    [InlineData("events", "Page")]
    [InlineData("trend?channel=c0", "Trend")]
    [InlineData("readings?limit=0", "Problem")]
    [InlineData("nothing", "Problem")]
    [InlineData("session", "Session")]
    [InlineData("tap", "Tap")]
    public async Task Answers_fit_their_schemas(string path, string schema)
    {
        await using var site = await RunningSite.StartAsync(settings: RunningSite.WithTap());
        var fits = new EditorSchema(Schema(await DocumentAsync(site), schema));

        using var answer = await site.Client.GetAsync(Api + path);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Empty(fits.Faults(text));
        Assert.NotEmpty(fits.Faults(Figure().Replace(text, "\"x\":", 1)));
    }

    [Fact]
    public async Task SenML_fits_its_schema()
    {
        await using var site = await RunningSite.StartAsync();
        site.Client.DefaultRequestHeaders.Accept.ParseAdd("application/senml+json");

        var pack = await site.Client.GetStringAsync(Api + "readings");

        Assert.Empty(new EditorSchema(Schema(await DocumentAsync(site), "SenMl")).Faults(pack));
        Assert.Equal("""[{"bn":"city.example/gw-1/","n":"c0","u":"bar","t":1795161600.25,"v":3.25}]""", pack);
    }

    /// <summary>One of the document's schemas, with the others where it refers to them.</summary>
    private static string Schema(JsonNode document, string name) => new JsonObject
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["$ref"] = $"#/components/schemas/{name}",
        ["components"] = document["components"]!.DeepClone(),
    }.ToJsonString();

    [GeneratedRegex("\"[a-z]+\":")]
    private static partial Regex Figure();
}
