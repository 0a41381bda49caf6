namespace Simulator.Experiments.Expectations;

/// <summary>The words of a sentence, taken from left to right.</summary>
internal sealed class Sentence(string text)
{
    private readonly string[] _words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    private int _next;

    /// <summary>The next word; empty at the end.</summary>
    internal string Next => Ahead(0);

    /// <summary>Whether every word was taken.</summary>
    internal bool IsOver => _next >= _words.Length;

    /// <summary>A word further on; empty behind the end.</summary>
    internal string Ahead(int words) => _next + words < _words.Length ? _words[_next + words] : "";

    /// <summary>Takes the next word.</summary>
    internal string Take() => IsOver ? "" : _words[_next++];

    /// <summary>Takes a phrase if it comes next.</summary>
    internal bool Take(string phrase)
    {
        if (!Has(phrase)) return false;
        _next += phrase.Split(' ').Length;
        return true;
    }

    /// <summary>Whether a phrase comes next.</summary>
    internal bool Has(string phrase)
    {
        string[] words = phrase.Split(' ');
        return words.Select((word, i) => Ahead(i) == word).All(same => same);
    }

    /// <summary>The words up to the first that stops, or to the end, without taking them.</summary>
    internal string Until(Func<string, bool> stops) => string.Join(' ', _words.Skip(_next).TakeWhile(word => !stops(word)));

    /// <summary>Takes the words up to the first that stops, or to the end.</summary>
    internal string TakeUntil(Func<string, bool> stops)
    {
        string taken = Until(stops);
        if (taken.Length > 0) _next += taken.Split(' ').Length;
        return taken;
    }
}
