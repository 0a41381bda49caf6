using System.Text.Encodings.Web;
using System.Text.Json;

namespace Simulator.Experiments.Results;

/// <summary>JSON as results write it: indented, readable, one line end at the end. JSON has no infinity: an infinite value is the text "infinite", no value is null.</summary>
internal static class JsonFile
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the file is never part of a page, and "<=" should be readable in it
    };

    /// <summary>Writes a file that holds one object.</summary>
    /// <param name="path">The file; an older one is replaced.</param>
    /// <param name="fill">Writes the object's members.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Action<Utf8JsonWriter> fill)
    {
        using FileStream to = File.Create(path);
        Write(to, fill);
    }

    /// <summary>Writes one object to a stream.</summary>
    /// <param name="to">The stream; it stays open.</param>
    /// <param name="fill">Writes the object's members.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream to, Action<Utf8JsonWriter> fill)
    {
        using (var json = new Utf8JsonWriter(to, s_options))
        {
            json.WriteStartObject();
            fill(json);
            json.WriteEndObject();
        }
        to.WriteByte((byte)'\n');
    }

    /// <summary>Writes an array of objects.</summary>
    public static void List<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> fill)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            fill(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes a list of texts.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>Writes a number that may be infinite or missing.</summary>
    public static void Number(this Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        Value(json, value);
    }

    /// <summary>Writes <c>[low, high]</c>, or null.</summary>
    public static void Interval(this Utf8JsonWriter json, string name, Interval? interval)
    {
        json.WritePropertyName(name);
        if (interval is not { } ends)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartArray();
        Value(json, ends.Low);
        Value(json, ends.High);
        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, double? value)
    {
        if (value is not { } number || double.IsNaN(number)) json.WriteNullValue();
        else if (double.IsInfinity(number)) json.WriteStringValue(number > 0 ? "infinite" : "-infinite");
        else json.WriteNumberValue(number == 0 ? 0 : number); // no minus zero
    }
}
