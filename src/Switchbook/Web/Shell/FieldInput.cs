namespace Switchbook.Web.Shell;

/// <summary>The attributes that tie an input to the label, hint and fault of its <see cref="Field"/>.</summary>
internal static class FieldInput
{
    public static Dictionary<string, object> Of(string id, ProblemView? fault, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var attributes = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["aria-describedby"] = $"{id}-fault",
        };
        if (fault is not null)
        {
            attributes["aria-invalid"] = "true";
        }

        foreach (var (name, value) in more)
        {
            attributes[name] = value;
        }

        return attributes;
    }
}
