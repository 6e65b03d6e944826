using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Switchbook.EndToEnd.Running;

namespace Switchbook.EndToEnd.Doors;

public sealed class HttpDoorsTests(RunningServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_server_says_that_it_is_well(string path) =>
        Assert.Equal("Healthy", await server.Http.GetStringAsync(path, Cancel));

    [Fact]
    public async Task Prometheus_reads_what_is_served_how_runs_went_and_how_long_answers_took()
    {
        await server.Http.GetStringAsync("/lookup?number=1", Cancel);
        var metrics = await MetricsAsync("http_route=\"/lookup\"");

        Assert.Matches($"switchbook_directory_entries\\{{.*source=\"{RunningServer.LinkName}\".*\\}} [1-9]", metrics);
        Assert.Matches("switchbook_directory_age_seconds(\\{.*\\})? [0-9]", metrics);
        Assert.Matches($"switchbook_run_duration_seconds_count\\{{.*link=\"{RunningServer.LinkName}\".*outcome=\"succeeded\".*\\}} [1-9]", metrics);
        Assert.Matches($"switchbook_link_held\\{{.*link=\"{RunningServer.LinkName}\".*\\}} 0", metrics);
        Assert.Matches("http_server_request_duration_seconds_count\\{.*http_route=\"/lookup\".*\\} [1-9]", metrics);
    }

    [Theory]
    [InlineData("alerts.yml")]
    [InlineData("grafana-dashboard.json")]
    public async Task What_the_monitoring_files_name_is_measured(string file)
    {
        await BindAsync();
        var files = Path.Combine(RunningServer.Root, "packaging", "monitoring");
        var metrics = await MetricsAsync("operation=\"bind\"");

        var named = Regex.Matches(await File.ReadAllTextAsync(Path.Combine(files, file), Cancel), "(?:switchbook|ldap_server|http_server)_[a-z_]+", RegexOptions.NonBacktracking)
            .Select(name => Regex.Replace(name.Value, "_(?:bucket|sum|count)$", "", RegexOptions.NonBacktracking))
            .ToHashSet();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains($"# TYPE {name.Replace("_total", "", StringComparison.Ordinal)}", metrics, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_entry_of_the_list_is_found_by_its_number()
    {
        var entries = await ListAsync("/api/v1/directory");

        Assert.NotEmpty(entries);
        foreach (var entry in entries.Take(25))
        {
            var number = entry["number"]!.GetValue<string>();
            var found = await ListAsync($"/api/v1/directory/lookup?number={Uri.EscapeDataString(number)}&limit=50");
            Assert.Contains(found, match => match["id"]!.GetValue<string>() == entry["id"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_list_can_be_read_in_parts()
    {
        var all = await ListAsync("/api/v1/directory");
        var part = await ListAsync("/api/v1/directory?limit=5&offset=10");

        Assert.Equal(all.Skip(10).Take(5).Select(entry => entry.ToJsonString()), part.Select(entry => entry.ToJsonString()));
    }

    [Fact]
    public async Task IP_Office_gets_every_number_once_and_hears_when_nothing_changed()
    {
        using var answer = await server.Http.GetAsync("/system/dir/complete_dir_list", Cancel);
        var records = XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).Descendants().ToList();
        var numbers = records.Where(element => element.Name.LocalName == "numb").Select(element => element.Value).ToList();
        var names = records.Where(element => element.Name.LocalName == "name").Select(element => element.Value).ToList();

        Assert.Equal("text/xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("IPOffice/", answer.Headers.Server.ToString());
        Assert.Equal(names.Count, numbers.Count);
        Assert.NotEmpty(numbers);
        Assert.Distinct(numbers);
        Assert.Distinct(names, StringComparer.OrdinalIgnoreCase);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/system/dir/complete_dir_list");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await server.Http.SendAsync(again, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("/system/dir/cfg_dir_list")]
    [InlineData("/system/dir/ldap_dir_list")]
    [InlineData("/system/dir/http_dir_list")]
    public async Task IP_Office_may_ask_only_whether_a_list_is_there(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var answer = await server.Http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task A_manual_entry_is_there_at_once_and_gone_at_once()
    {
        using var added = await server.Http.PostAsJsonAsync("/api/v1/directory", new { name = "Zoë at the door", number = "+44 1632 960999" }, Cancel);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var id = (await added.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["id"]!.GetValue<string>();
        Assert.Contains(await ListAsync("/api/v1/directory/lookup?number=01632960999"), entry => entry["id"]!.GetValue<string>() == id);

        using var removed = await server.Http.DeleteAsync($"/api/v1/directory/{id}", Cancel);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var gone = await server.Http.DeleteAsync($"/api/v1/directory/{id}", Cancel);
        await AssertProblemAsync(gone, HttpStatusCode.NotFound, "SB-ENTRY-001");
    }

    [Fact]
    public async Task A_linked_entry_cannot_be_removed_by_hand()
    {
        var id = (await ListAsync("/api/v1/directory")).First(entry => entry["source"]!.GetValue<string>() == RunningServer.LinkName)["id"]!.GetValue<string>();

        using var answer = await server.Http.DeleteAsync($"/api/v1/directory/{Uri.EscapeDataString(id)}", Cancel);

        await AssertProblemAsync(answer, HttpStatusCode.Conflict, "SB-ENTRY-002");
    }

    [Fact]
    public async Task A_run_can_be_asked_for_and_waited_for()
    {
        using var answer = await server.Http.PostAsync($"/api/v1/links/{RunningServer.LinkName}/sync?wait=true", null, Cancel);
        var report = await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("succeeded", report!["outcome"]!.GetValue<string>());
        Assert.Equal(RunningServer.People, report["people"]!.GetValue<int>());
        var runs = await ListAsync($"/api/v1/links/{RunningServer.LinkName}/runs");
        Assert.True(runs.Count >= 2);
    }

    [Fact]
    public async Task A_link_is_told_without_its_secret()
    {
        var links = await server.Http.GetStringAsync("/api/v1/links", Cancel);

        Assert.Contains("\"kind\":\"secret\"", links);
        Assert.DoesNotContain("rotected", links);
        Assert.DoesNotContain("clientSecret", links);
    }

    [Theory]
    [InlineData("GET", "/api/v1/links/nobody/runs", 404, "SB-LINK-005")]
    [InlineData("POST", "/api/v1/links/nobody/sync", 404, "SB-LINK-005")]
    [InlineData("GET", "/api/v1/directory/lookup", 400, "SB-API-003")]
    [InlineData("GET", "/api/v1/directory?limit=0", 400, "SB-API-002")]
    [InlineData("GET", "/api/v1/directory?limit=many", 400, "SB-API-001")]
    public async Task A_fault_has_a_code_a_sentence_and_an_action(string method, string path, int status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await server.Http.SendAsync(request, Cancel);

        await AssertProblemAsync(answer, (HttpStatusCode)status, code);
    }

    [Fact]
    public async Task The_description_names_every_path()
    {
        var description = await server.Http.GetFromJsonAsync<JsonObject>("/openapi/v1.json", Cancel);

        Assert.Equal(
            [
                "/api/v1/audit", "/api/v1/directory", "/api/v1/directory/conflicts", "/api/v1/directory/export",
                "/api/v1/directory/hidden", "/api/v1/directory/import", "/api/v1/directory/lookup", "/api/v1/directory/report", "/api/v1/directory/{id}",
                "/api/v1/history", "/api/v1/history/diff", "/api/v1/history/pin", "/api/v1/history/who",
                "/api/v1/link-order", "/api/v1/links", "/api/v1/links/{name}/cancel", "/api/v1/links/{name}/held",
                "/api/v1/links/{name}/held/apply", "/api/v1/links/{name}/held/apply-next", "/api/v1/links/{name}/runs",
                "/api/v1/links/{name}/skipped", "/api/v1/links/{name}/sync", "/api/v1/links/{name}/trace",
            ],
            description!["paths"]!.AsObject().Select(path => path.Key).Where(path => path.StartsWith("/api/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>(JsonSerializerOptions.Web, Cancel);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(code, problem!["code"]!.GetValue<string>());
        Assert.NotEmpty(problem["message"]!.GetValue<string>());
        Assert.NotEmpty(problem["action"]!.GetValue<string>());
    }

    private async Task<List<JsonObject>> ListAsync(string path) =>
        (await server.Http.GetFromJsonAsync<List<JsonObject>>(path, Cancel))!;

    [Fact]
    public async Task A_server_whose_port_is_taken_says_so_in_a_sentence()
    {
        var data = Directory.CreateTempSubdirectory("switchbook-second-").FullName;

        var second = await CommandLine.Program.RunAsync(
            "", "serve", "--data", data, "--urls", server.Address.AbsoluteUri, "--set", "Ldap:Port=0", "--set", "Ldap:TlsPort=0");

        Assert.Equal(1, second.ExitCode);
        Assert.Collection(
            second.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.StartsWith("SB-CLI-005", line, StringComparison.Ordinal),
            line => Assert.Contains("--urls", line, StringComparison.Ordinal));
        Directory.Delete(data, recursive: true);
    }

    /// <summary>Until something is counted: an answer is counted after it was given, and a scrape may be of a moment before.</summary>
    private async Task<string> MetricsAsync(string counted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (await server.Http.GetStringAsync("/metrics", patience.Token) is var metrics && metrics.Contains(counted, StringComparison.Ordinal))
            {
                return metrics;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>An anonymous bind (RFC 4511 section 4.2), so that LDAP has something to measure.</summary>
    private async Task BindAsync()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.LdapPort, Cancel);
        await client.GetStream().WriteAsync(new byte[] { 0x30, 12, 2, 1, 1, 0x60, 7, 2, 1, 3, 4, 0, 0x80, 0 }, Cancel);
        Assert.Equal(14, await client.GetStream().ReadAtLeastAsync(new byte[14], 14, cancellationToken: Cancel));
    }
}
