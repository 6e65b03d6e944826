namespace Switchbook.Web;

/// <summary>
/// Names the resource files of the Web Manager's texts. The English text is the key; <c>Texts.de.resx</c> holds the German one.
/// </summary>
public sealed class Texts
{
    private Texts()
    {
    }
}
