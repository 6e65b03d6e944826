using Switchbook.Links;

namespace Switchbook.Web.Linking;

/// <summary>A link as the form has it, valid and with a credential, but not saved; public because component parameters must be.</summary>
public sealed class LinkTrial
{
    internal LinkTrial(Link link) => Link = link;

    internal Link Link { get; }
}
