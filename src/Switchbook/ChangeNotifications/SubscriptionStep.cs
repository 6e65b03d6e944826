namespace Switchbook.ChangeNotifications;

/// <summary>What is to be done about a link's subscription.</summary>
internal enum SubscriptionStep
{
    Nothing,
    Create,
    Renew,

    /// <summary>It is not wanted any more.</summary>
    End,
}
