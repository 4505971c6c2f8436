using System.Net;
using System.Text;
using System.Text.Json;
using Edge.Site.Tests.Serving;

namespace Edge.Site.Tests.Access;

/// <summary>A browser's way through the site page: it keeps the cookie and sends the proof.</summary>
internal sealed class Visit : IDisposable
{
    private readonly HttpClient _client;

    public Visit(RunningSite site)
    {
        var handler = new HttpClientHandler { CookieContainer = Cookies, UseProxy = false };
        _client = new HttpClient(handler) { BaseAddress = site.Client.BaseAddress, Timeout = TimeSpan.FromSeconds(30) };
    }

    public CookieContainer Cookies { get; } = new();

    public string? Proof { get; set; }

    public HttpClient Client => _client;

    public static async Task<Visit> LoggedInAsync(RunningSite site, string name)
    {
        var visit = new Visit(site);
        using var answer = await visit.LogInAsync(name, People.Password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return visit;
    }

    public async Task<HttpResponseMessage> LogInAsync(string name, string password)
    {
        var answer = await PostAsync("/api/v1/login", JsonSerializer.Serialize(new { name, password }));
        if (answer.IsSuccessStatusCode)
        {
            using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Proof = told.RootElement.GetProperty("proof").GetString();
        }

        return answer;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(path);

    public async Task<HttpResponseMessage> PostAsync(string path, string json = "{}", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (Proof is not null)
            request.Headers.Add("X-Edge-Proof", Proof);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await _client.SendAsync(request);
    }

    public void Dispose() => _client.Dispose();
}
