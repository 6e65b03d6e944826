using System.Text;
using Microsoft.OData;
using Switchbook.SimulatedTenant.Tests.Support;

namespace Switchbook.SimulatedTenant.Tests.Conformance;

/// <summary>An answer in the form in which Microsoft's OData library reads one.</summary>
internal sealed class AnswerMessage(Answer answer) : IODataResponseMessageAsync
{
    public IEnumerable<KeyValuePair<string, string>> Headers => answer.Headers;

    public int StatusCode
    {
        get => (int)answer.Status;
        set => throw new NotSupportedException();
    }

    public string? GetHeader(string headerName) => answer.Headers.GetValueOrDefault(headerName);

    public void SetHeader(string headerName, string headerValue) => throw new NotSupportedException();

    public Task<Stream> GetStreamAsync() => Task.FromResult(GetStream());

    public Stream GetStream() => new MemoryStream(Encoding.UTF8.GetBytes(answer.Text));
}
