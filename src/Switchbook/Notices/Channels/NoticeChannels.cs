using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace Switchbook.Notices.Channels;

/// <summary>The channels of the settings.</summary>
internal sealed class NoticeChannels : IDisposable
{
    // No redirects: a notice goes where the settings say and nowhere else.
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
    });

    public NoticeChannels(IOptions<NoticeOptions> notices, IOptions<MailOptions> mail)
    {
        All =
        [
            .. (ReadOnlySpan<INoticeChannel>)(mail.Value.IsSet ? [new MailChannel(mail.Value)] : []),
            .. notices.Value.Webhooks.Select((webhook, number) => new WebhookChannel(number, webhook, _http)),
        ];
    }

    public ImmutableArray<INoticeChannel> All { get; }

    public void Dispose() => _http.Dispose();
}
