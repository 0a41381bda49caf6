using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Simulator.ScenarioFiles.Tree;

/// <summary>
/// Turns text into a tree with places, from the parser's events: every text stays a text, and whatever of YAML has no meaning in a scenario is refused.
/// </summary>
internal sealed class TreeReader
{
    private const int Deepest = 16;
    private static readonly string[] s_nulls = ["", "~", "null", "Null", "NULL"];

    private readonly string _text;
    private readonly Problems _problems;
    private readonly Parser _parser;

    private TreeReader(string text, Problems problems)
    {
        _text = text;
        _problems = problems;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads the one mapping that a file is; null where there is none.</summary>
    public static MapNode? Read(string text, Problems problems)
    {
        var reader = new TreeReader(text, problems);
        try
        {
            return reader.Document();
        }
        catch (YamlException wrong)
        {
            problems.Add(YamlErrors.Place(text, wrong), "", YamlErrors.Message(text, wrong), "file:not YAML");
        }
        catch (InvalidOperationException)
        {
            // The parser has no message of its own for some lists and mappings that are not closed.
            problems.Add(At(reader._parser.Current), "", "this is not YAML: after this, '[' or '{' is not closed, or a ',' is missing", "file:not YAML");
        }
        catch (EndOfTreeException end)
        {
            problems.Add(end.At, "", end.Message, end.Rule);
        }
        return null;
    }

    private MapNode? Document()
    {
        Next();
        Next();
        if (_parser.Current is StreamEnd)
        {
            _problems.Add("the file is empty: a scenario begins with version: 1", "file:empty");
            return null;
        }
        Next();
        Position at = At(_parser.Current);
        Node root = Value("", 0);
        Next();
        if (_parser.Current is DocumentStart second)
            _problems.Add(At(second), "", "a second document begins here: a scenario is one document", "file:several documents");
        if (root is MapNode map) return map;
        if (root is not BrokenNode) _problems.Add(at, "", "a scenario is a mapping of keys, beginning with version: 1", "file:not a mapping");
        return null;
    }

    /// <summary>Reads the value that begins with the current event, and goes on to the event behind it.</summary>
    private Node Value(string path, int depth)
    {
        ParsingEvent begin = _parser.Current!;
        if (depth > Deepest) throw new EndOfTreeException(At(begin), $"mappings and lists are nested more than {Deepest} deep", "file:too deep");
        if (begin is AnchorAlias alias)
        {
            _problems.Add(At(alias), path, $"'*{alias.Value}' is an alias: write the value out, or put a text that begins with * in quotes", "yaml:alias");
            Next();
            return new BrokenNode(At(alias));
        }
        // On some torn flow mappings the parser ends a mapping that waits for a value.
        if (begin is not NodeEvent node) throw new EndOfTreeException(At(begin), "this is not YAML: a mapping or list ends here where a value is expected", "file:not YAML");
        Refuse(node, path);
        switch (begin)
        {
            case Scalar scalar:
                Next();
                return Text(scalar, path);
            case SequenceStart list:
                Next();
                return List(list, path, depth);
            default:
                Next();
                return new MapReader(this, (MappingStart)begin, path, depth).Read();
        }
    }

    private Node Text(Scalar scalar, string path)
    {
        if (scalar.Style != ScalarStyle.Plain || !s_nulls.Contains(scalar.Value)) return new TextNode(At(scalar), scalar.Value, scalar.Style != ScalarStyle.Plain);
        _problems.Add(At(scalar), path, "no value is written here: write one, or leave the key out", "yaml:no value");
        return new BrokenNode(At(scalar));
    }

    private ListNode List(SequenceStart begin, string path, int depth)
    {
        List<Node> items = [];
        bool isFlow = begin.Style == SequenceStyle.Flow, isSkipping = false;
        while (_parser.Current is not SequenceEnd)
        {
            Node item = Value(path, depth + 1);
            int open = isFlow ? Brackets.Open(item) : 0;
            if (open > 0) item = Torn(item, path);
            if (!isSkipping) items.Add(item);
            isSkipping = isSkipping ? open >= 0 : open > 0;
        }
        Next();
        return new ListNode(At(begin), items);
    }

    /// <summary>The first piece of a text that a comma tore apart.</summary>
    private BrokenNode Torn(Node piece, string path)
    {
        _problems.Add(piece.At, path, "a parenthesis opens here and does not close: a value with a comma inside { } or [ ] must be in quotes", "yaml:comma");
        return new BrokenNode(piece.At);
    }

    private void Refuse(NodeEvent node, string path)
    {
        if (!node.Anchor.IsEmpty) _problems.Add(At(node), path, $"'&{node.Anchor.Value}' is an anchor: each value is written out where it belongs", "yaml:anchor");
        if (node.Tag is { IsEmpty: false, IsNonSpecific: false }) _problems.Add(At(node), path, $"'{node.Tag.Value}' is a tag: the key alone decides how a value is read", "yaml:tag");
    }

    private void Next() => _parser.MoveNext();

    private static Position At(ParsingEvent? node) => node is null ? new Position(1, 1) : new Position((int)node.Start.Line, (int)node.Start.Column);

    /// <summary>From here on there is no tree to read.</summary>
    private sealed class EndOfTreeException(Position at, string message, string rule) : Exception(message)
    {
        public Position At => at;

        public string Rule => rule;
    }

    /// <summary>Reads one mapping.</summary>
    private sealed class MapReader(TreeReader reader, MappingStart begin, string path, int depth)
    {
        private readonly Dictionary<string, Entry> _known = [];
        private readonly List<Entry> _entries = [];
        private bool _isSkipping;

        public MapNode Read()
        {
            while (reader._parser.Current is not MappingEnd) ReadEntry();
            reader.Next();
            // A pair inside [ ] is a mapping without braces, for which the parser tells no place.
            bool isBraced = begin.Style == MappingStyle.Flow && begin.Start.Index < reader._text.Length && reader._text[(int)begin.Start.Index] == '{';
            return new MapNode(isBraced || _entries.Count == 0 ? At(begin) : _entries[0].KeyAt, _entries);
        }

        private void ReadEntry()
        {
            ParsingEvent key = reader._parser.Current!;
            if (key is not Scalar scalar)
            {
                int before = reader._problems.Count;
                reader.Value(path, depth + 1);
                if (reader._problems.Count == before) reader._problems.Add(At(key), path, "a key is a word, not a list or mapping", "yaml:key is not a word");
                reader.Value(path, depth + 1);
                return;
            }
            reader.Next();
            bool isFlow = begin.Style == MappingStyle.Flow;
            int closed = isFlow && scalar.Style == ScalarStyle.Plain ? -Brackets.Open(scalar.Value) : 0;
            if (closed > 0 || _isSkipping)
            {
                SkipPiece(scalar, closed);
                return;
            }
            string below = path.Length == 0 ? scalar.Value : $"{path}.{scalar.Value}";
            if (scalar.Value == "<<") reader._problems.Add(At(scalar), path, "'<<' is a merge key: each key is written out where it belongs", "yaml:merge key");
            reader.Refuse(scalar, below);
            Node value = reader.Value(below, depth + 1);
            if (isFlow && Brackets.Open(value) > 0)
            {
                value = reader.Torn(value, below);
                _isSkipping = true;
            }
            if (scalar.Value != "<<") Add(new Entry(scalar.Value, At(scalar), value), below);
        }

        /// <summary>Passes over what a comma tore off a text before it; the problem was told there, unless there was none.</summary>
        private void SkipPiece(Scalar key, int closed)
        {
            if (!_isSkipping) reader._problems.Add(At(key), path, "a parenthesis closes here that was not opened: a value with a comma inside { } or [ ] must be in quotes", "yaml:comma");
            int before = reader._problems.Count;
            Node value = reader.Value(path, depth + 1);
            reader._problems.Forget(before);
            if (closed > 0 || Brackets.Open(value) < 0) _isSkipping = false;
        }

        private void Add(Entry entry, string below)
        {
            if (_known.TryGetValue(entry.Key, out Entry? first))
            {
                reader._problems.Add(entry.KeyAt, below, $"the key stands twice: also in line {first.KeyAt.Line}", "yaml:duplicate key");
                return;
            }
            _known.Add(entry.Key, entry);
            _entries.Add(entry);
        }
    }
}
