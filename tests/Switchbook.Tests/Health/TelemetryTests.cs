using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Switchbook.Health;

namespace Switchbook.Tests.Health;

public sealed class TelemetryTests
{
    [Theory]
    [InlineData("/as/k3rnq7token/lookup", "/as/-/lookup")]
    [InlineData("/as/k3rnq7token/phonebook/yealink", "/as/-/phonebook/yealink")]
    [InlineData("/lookup", "/lookup")]
    public void A_trace_names_the_address_without_the_clients_token_and_without_what_was_asked(string path, string shown)
    {
        using var activity = new Activity("request");
        activity.SetTag("url.path", path).SetTag("url.query", "number=%2B441632960123");
        var request = new DefaultHttpContext().Request;
        request.Path = path;

        TelemetrySetup.LeaveSecretsOut(activity, request);

        Assert.Equal(shown, activity.GetTagItem("url.path"));
        Assert.Null(activity.GetTagItem("url.query"));
    }
}
