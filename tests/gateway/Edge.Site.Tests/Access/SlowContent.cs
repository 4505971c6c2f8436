using System.Net;
using System.Net.Http.Headers;

namespace Edge.Site.Tests.Access;

/// <summary>A JSON body whose second half comes when something else has happened.</summary>
internal sealed class SlowContent : HttpContent
{
    private readonly byte[] _body;
    private readonly Func<Task> _meanwhile;

    public SlowContent(byte[] body, Func<Task> meanwhile)
    {
        (_body, _meanwhile) = (body, meanwhile);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_body.AsMemory(0, _body.Length / 2));
        await stream.FlushAsync();
        await _meanwhile();
        await stream.WriteAsync(_body.AsMemory(_body.Length / 2));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
