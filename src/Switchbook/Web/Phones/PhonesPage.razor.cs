using Microsoft.AspNetCore.Components;

namespace Switchbook.Web.Phones;

/// <summary>What to enter in a phone or PBX.</summary>
public sealed partial class PhonesPage : ComponentBase
{
    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IConfiguration Configuration { get; set; } = default!;

    private string BaseUri => Navigation.BaseUri;

    private string Host => new Uri(Navigation.BaseUri).Host;

    private string LdapPort => Configuration["Ldap:Port"] ?? "3890";

    private string? TlsPort => (Configuration["Ldap:TlsPort"] ?? "6360") is var port && port != "0" ? port : null;

    private string BaseDn => Configuration["Ldap:BaseDn"] ?? "dc=switchbook";
}
