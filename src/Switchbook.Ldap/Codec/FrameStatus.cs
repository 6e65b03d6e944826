namespace Switchbook.Ldap.Codec;

/// <summary>Whether a buffer begins with a message.</summary>
internal enum FrameStatus
{
    Incomplete,
    Complete,
    Malformed,
    TooLarge,
}
