namespace Switchbook.PhoneDirectory.Names;

/// <summary>A folded text on its way: one blank between words, none around them.</summary>
internal ref struct FoldedText(Span<char> destination)
{
    private readonly Span<char> _destination = destination;
    private bool _isWordOver;

    public int Length { get; private set; }

    public void Add(ReadOnlySpan<char> characters)
    {
        foreach (var character in characters)
        {
            Add(character);
        }
    }

    /// <summary>Adds a letter or digit; what finds no room is left away.</summary>
    public void Add(char character)
    {
        if (Length + 2 > _destination.Length)
        {
            return;
        }

        if (_isWordOver && Length > 0)
        {
            _destination[Length++] = ' ';
        }

        _isWordOver = false;
        _destination[Length++] = character;
    }

    public void EndWord() => _isWordOver = true;
}
