using System.Xml.Linq;

namespace Switchbook.CallerId;

/// <summary>
/// The template by which a 3CX asks for callers' names: <em>Settings → CRM → Server side → Add</em>. It asks <c>/lookup</c> for
/// JSON with the caller's number as it came.
/// </summary>
/// <remarks>Elements, their order and attributes: https://www.3cx.com/docs/server-side-crm-template-xml-description/.</remarks>
internal static class CrmTemplate
{
    /// <summary>To be raised with every change, so that an installed template is replaced.</summary>
    private const int Version = 1;

    /// <param name="lookup">The absolute address of the look-up, with a client's token where it needs one.</param>
    public static XDocument For(string lookup) => new(
        new XDeclaration("1.0", "utf-8", null),
        new XElement(
            "Crm",
            new XAttribute("Country", "US"),
            new XAttribute("Name", "Switchbook"),
            new XAttribute("Version", Version),
            new XAttribute("SupportsEmojis", false),
            new XElement("Number", new XAttribute("Prefix", "AsIs"), new XAttribute("MaxLength", "")),
            new XElement("Connection", new XAttribute("MaxConcurrentRequests", 16)),
            new XElement("Parameters"),
            new XElement("Authentication", new XAttribute("Type", "No")),
            new XElement("Scenarios", Scenario(lookup))));

    private static XElement Scenario(string lookup) => new(
        "Scenario",
        new XAttribute("Id", ""),
        new XAttribute("Type", "REST"),
        new XElement(
            "Request",
            new XAttribute("Url", $"{lookup}?format=json&number=[Number]"),
            new XAttribute("MessagePasses", 0),
            new XAttribute("RequestEncoding", "UrlEncoded"),
            new XAttribute("RequestType", "Get"),
            new XAttribute("ResponseType", "Json")),
        new XElement("Rules", new XElement("Rule", new XAttribute("Type", "Any"), new XAttribute("Ethalon", ""), "matches.id")),
        new XElement("Variables", Variable("Id", "matches.id"), Variable("Name", "matches.name"), Variable("Found", "matches.number")),
        new XElement(
            "Outputs",
            new XAttribute("AllowEmpty", false),
            Output("EntityId", "[Id]"),
            Output("FirstName", "[Name]"),
            Output("PhoneBusiness", "[Number]"),
            Output("PhoneBusiness2", "[Found]")));

    private static XElement Variable(string name, string path) =>
        new("Variable", new XAttribute("Name", name), new XAttribute("LCID", ""), new XAttribute("Path", path), new XElement("Filter"));

    // 3CX shows a contact only when one of its numbers is the caller's, as the call brought it.
    private static XElement Output(string type, string value) =>
        new("Output", new XAttribute("Type", type), new XAttribute("Passes", 1), new XAttribute("Value", value));
}
