using Switchbook.Links;
using Switchbook.Mapping;
using Switchbook.Web.Linking;

namespace Switchbook.Tests.Web;

public sealed class LinkFieldsTests
{
    [Fact]
    public void A_link_goes_through_the_form_unchanged()
    {
        var draft = new LinkDraft
        {
            Name = "Berlin",
            TenantId = "11111111-2222-3333-4444-555555555555",
            ClientId = "66666666-7777-8888-9999-000000000000",
            Directory = "group",
            GroupId = "99999999-2222-3333-4444-555555555555",
            DirectMembersOnly = true,
            NumberFields = "businessPhones,mobilePhone=M",
            Audience = new Audience { Guests = true },
            Guards = new LinkGuards { FewEntries = 5 },
            Cloud = "custom",
            LoginEndpoint = "https://login.example.com/",
            GraphEndpoint = "https://graph.example.com/",
            Resync = TimeSpan.FromMinutes(30),
            LeastResync = TimeSpan.FromMinutes(2),
            Notifications = true,
            Region = "DE",
        };
        var (link, faults) = LinkValidation.Check(draft);
        Assert.Empty(faults);

        var (again, _) = LinkValidation.Check(LinkFields.Of(link!).ToDraft());

        Assert.Equal(link, again);
    }
}
