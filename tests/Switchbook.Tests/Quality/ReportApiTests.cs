using System.Net;
using System.Net.Http.Json;
using Switchbook.Tests.Api;

namespace Switchbook.Tests.Quality;

public sealed class ReportApiTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await ApiHost.StartAsync();
        foreach (var name in (string[])["Door", "=cmd()"])
        {
            using var answer = await _host.Http.PostAsJsonAsync("/api/v1/directory", new { name, number = "401" }, Cancellation);
            answer.EnsureSuccessStatusCode();
        }
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_report_comes_as_JSON_and_as_a_table_to_save()
    {
        var findings = await _host.ListAsync("/api/v1/directory/report");
        using var table = await _host.Http.GetAsync("/api/v1/directory/report?format=csv", Cancellation);

        Assert.Equal(["sharedNumber", "sharedNumber"], findings.Select(finding => $"{finding["problem"]}"));
        Assert.Equal("text/csv", table.Content.Headers.ContentType!.MediaType);
        Assert.Equal("switchbook-report.csv", table.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("sharedNumber,\"'=cmd()\",401,", await table.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_format_is_refused()
    {
        using var answer = await _host.Http.GetAsync("/api/v1/directory/report?format=xls", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
