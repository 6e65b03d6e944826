using System.Collections.Concurrent;
using Switchbook.Access.Clients;
using Switchbook.Access.Views;
using Switchbook.PhoneDirectory;

namespace Switchbook.Views;

/// <summary>
/// The directory as a client sees it: the whole one, or a snapshot of its own that is made from the whole one when that is
/// published. So a look-up in a view costs what any other does, and one without a view nothing at all.
/// </summary>
internal sealed class ViewedDirectory
{
    private readonly CurrentDirectory _directory;
    private readonly ConcurrentDictionary<ClientView, Made> _made = new();
    private readonly Lock _one = new();

    public ViewedDirectory(CurrentDirectory directory)
    {
        _directory = directory;
        directory.Published += (_, _) => Renew();
    }

    /// <summary>The directory for who sent a request.</summary>
    public DirectorySnapshot For(HttpContext context) => For(RequestClient.ViewOf(context));

    /// <param name="view">Null for the whole directory.</param>
    public DirectorySnapshot For(ClientView? view)
    {
        if (view is null)
        {
            return _directory.Snapshot;
        }

        var made = _made.TryGetValue(view, out var known) ? known : Make(view);
        made.IsUsed = true;
        return made.Snapshot;
    }

    private Made Make(ClientView view)
    {
        lock (_one)
        {
            return _made.GetOrAdd(view, _ => new(Part(view)));
        }
    }

    /// <summary>Until it is through, clients see their part of the directory before. Views that nobody asked for are forgotten.</summary>
    private void Renew()
    {
        lock (_one)
        {
            foreach (var (view, made) in _made)
            {
                if (made.IsUsed)
                {
                    _made[view] = new(Part(view));
                }
                else
                {
                    _made.TryRemove(view, out _);
                }
            }
        }
    }

    private DirectorySnapshot Part(ClientView view) =>
        _directory.Snapshot.Part(view.HasSource, person => Shown(person, view), view.ChangedAt);

    private static DirectoryPerson Shown(DirectoryPerson person, ClientView view) => person with
    {
        Mail = view.HasField(ViewFields.Mail) ? person.Mail : null,
        Title = view.HasField(ViewFields.Title) ? person.Title : null,
        Department = view.HasField(ViewFields.Department) ? person.Department : null,
        Company = view.HasField(ViewFields.Company) ? person.Company : null,
        Numbers = [.. person.Numbers.Where(number => number.Kind == ClientView.Manual || view.HasKind(number.Kind))],
    };

    private sealed class Made(DirectorySnapshot snapshot)
    {
        public DirectorySnapshot Snapshot => snapshot;

        /// <summary>Whether a client asked since it was made.</summary>
        public bool IsUsed { get; set; }
    }
}
