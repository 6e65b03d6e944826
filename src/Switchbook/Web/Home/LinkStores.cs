using Switchbook.ChangeNotifications;
using Switchbook.Links;
using Switchbook.Notices;
using Switchbook.Synchronization;

namespace Switchbook.Web.Home;

/// <summary>Where it is stored how the links stand.</summary>
internal sealed record LinkStores(LinkStore Links, DirectoryStore Runs, HeldRuns Held, SubscriptionStore Subscriptions, NoticeStore Notices);
