namespace Switchbook.Access.Views;

/// <summary>What a view may show of a person beside names and numbers.</summary>
internal static class ViewFields
{
    public const string Mail = "mail";
    public const string Title = "title";
    public const string Department = "department";
    public const string Company = "company";

    public static IReadOnlyList<string> All { get; } = [Mail, Title, Department, Company];
}
