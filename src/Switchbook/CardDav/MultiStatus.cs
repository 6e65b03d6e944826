using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using static Switchbook.CardDav.DavNames;

namespace Switchbook.CardDav;

/// <summary>Writes an answer about many places (RFC 4918, section 13), a piece at a time.</summary>
[SuppressMessage("Usage", "MA0045", Justification = "XML is written into memory; only what goes to the client waits.")]
internal sealed class MultiStatus : IDisposable
{
    private const int FlushAfterBytes = 64 * 1024;

    private readonly HttpResponse _response;
    private readonly string _base;
    private readonly MemoryStream _buffer = new();
    private readonly XmlWriter _xml;

    public MultiStatus(HttpResponse response)
    {
        (_response, _base) = (response, response.HttpContext.Request.PathBase.ToUriComponent());
        response.StatusCode = StatusCodes.Status207MultiStatus;
        response.ContentType = "application/xml; charset=utf-8";
        _xml = XmlWriter.Create(_buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
        _xml.WriteStartElement("d", "multistatus", Dav.NamespaceName);
        _xml.WriteAttributeString("xmlns", "c", null, Card.NamespaceName);
        _xml.WriteAttributeString("xmlns", "s", null, Server.NamespaceName);
    }

    /// <summary>Tells a place's properties, and which of those asked for it does not have.</summary>
    public async Task AddAsync(string path, IReadOnlyCollection<XElement> found, IReadOnlyCollection<XName> missing, CancellationToken cancellationToken)
    {
        Begin(path);
        WriteStatus(found, "200 OK");
        WriteStatus([.. missing.Select(name => new XElement(name))], "404 Not Found");
        _xml.WriteEndElement();
        if (_buffer.Length > FlushAfterBytes)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <summary>Tells that there is nothing at a path, or why not everything was told.</summary>
    public void AddStatus(string path, string status, XName? error = null)
    {
        Begin(path);
        Write(new XElement(Dav + "status", $"HTTP/1.1 {status}"));
        if (error is not null)
        {
            Write(new XElement(Dav + "error", new XElement(error)));
        }

        _xml.WriteEndElement();
    }

    public async Task EndAsync(string? token, CancellationToken cancellationToken)
    {
        if (token is not null)
        {
            Write(new XElement(SyncToken, token));
        }

        _xml.WriteEndElement();
        await FlushAsync(cancellationToken);
    }

    public void Dispose()
    {
        _xml.Dispose();
        _buffer.Dispose();
    }

    private void Begin(string path)
    {
        _xml.WriteStartElement("response", Dav.NamespaceName);
        Write(new XElement(Href, path));
    }

    private void WriteStatus(IReadOnlyCollection<XElement> properties, string status)
    {
        if (properties.Count > 0)
        {
            Write(new XElement(Dav + "propstat", new XElement(Prop, properties), new XElement(Dav + "status", $"HTTP/1.1 {status}")));
        }
    }

    /// <summary>
    /// Writes an element; places get the base path before them, which holds the token of a client that has nothing but an address.
    /// An XElement writes itself without the prefixes around it, which makes such documents half as long again.
    /// </summary>
    private void Write(XElement element)
    {
        _xml.WriteStartElement(_xml.LookupPrefix(element.Name.NamespaceName), element.Name.LocalName, element.Name.NamespaceName);
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            _xml.WriteAttributeString(attribute.Name.LocalName, attribute.Name.NamespaceName, attribute.Value);
        }

        foreach (var node in element.Nodes())
        {
            if (node is XElement child)
            {
                Write(child);
            }
            else
            {
                var text = ((XText)node).Value;
                _xml.WriteString(element.Name == Href && text.StartsWith(DavPlace.Root, StringComparison.Ordinal) ? _base + text : text);
            }
        }

        _xml.WriteEndElement();
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        _xml.Flush();
        await _response.Body.WriteAsync(_buffer.GetBuffer().AsMemory(0, (int)_buffer.Length), cancellationToken);
        _buffer.SetLength(0);
    }
}
