namespace Switchbook.SimulatedTenant;

/// <summary>Switches faults on and off while the tenant runs; the admin endpoint does the same.</summary>
public sealed class FaultControl
{
    private readonly Lock _lock = new();
    private readonly List<Fault> _faults = [];
    private volatile bool _any;

    /// <summary>The faults that are on, with the times that they will still strike.</summary>
    public IReadOnlyList<Fault> Active
    {
        get
        {
            lock (_lock)
            {
                return [.. _faults];
            }
        }
    }

    /// <summary>Whether any fault is on.</summary>
    internal bool Any => _any;

    /// <summary>Switches a fault on, as <see cref="Fault.Parse"/> reads it.</summary>
    public void Set(string fault) => Set(Fault.Parse(fault));

    /// <summary>Switches a fault on; one of the same name and place that is on already gives way.</summary>
    public void Set(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_lock)
        {
            _faults.RemoveAll(other => other.Name == fault.Name && other.Position == fault.Position && other.Page == fault.Page);
            _faults.Add(fault);
            _any = true;
        }
    }

    /// <summary>Switches a fault off; false when it was not on.</summary>
    public bool Clear(string name)
    {
        lock (_lock)
        {
            var removed = _faults.RemoveAll(fault => fault.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) > 0;
            _any = _faults.Count > 0;
            return removed;
        }
    }

    /// <summary>Switches all faults off.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
            _any = false;
        }
    }

    /// <summary>The fault of that name if it strikes here, which uses up one of its times.</summary>
    internal Fault? Take(string name, int page = 1, int pages = 1)
    {
        if (!_any)
        {
            return null;
        }

        lock (_lock)
        {
            var place = _faults.FindIndex(fault => fault.Name == name && fault.Strikes(page, pages));
            if (place < 0)
            {
                return null;
            }

            var fault = _faults[place];
            if (fault.Times == 1)
            {
                _faults.RemoveAt(place);
            }
            else if (fault.Times is { } times)
            {
                _faults[place] = fault with { Times = times - 1 };
            }

            _any = _faults.Count > 0;
            return fault;
        }
    }
}
