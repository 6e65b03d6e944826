using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Tests.Support;

/// <summary>A directory whose searches end only when somebody stops them.</summary>
/// <param name="step">What each step comes to: pauses for ever, or entries for ever.</param>
internal sealed class EndlessDirectory(LdapStep step) : ILdapDirectory
{
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LdapSchema Schema => LdapSchema.Standard;

    public IReadOnlyList<DistinguishedName> NamingContexts { get; } = [DistinguishedName.Parse(SampleEntries.Base, LdapSchema.Standard)];

    /// <summary>Done when a search began.</summary>
    public Task Started => _started.Task;

    /// <summary>Done when a search was let go.</summary>
    public Task Disposed => _disposed.Task;

    public LdapSearchAnswer Search(LdapSearchRequest request, LdapPeer peer)
    {
        _started.TrySetResult();
        return LdapSearchAnswer.Of(new Endless(this, step));
    }

    private sealed class Endless(EndlessDirectory directory, LdapStep step) : LdapEntrySet
    {
        public override ulong Version => 1;

        public override long Position => 0;

        public override LdapStep MoveNext() => step;

        public override bool Seek(long position) => true;

        public override void WriteCurrent(LdapEntryWriter writer) => writer.Begin("cn=again"u8);

        protected override void Dispose(bool disposing)
        {
            directory._disposed.TrySetResult();
            base.Dispose(disposing);
        }
    }
}
