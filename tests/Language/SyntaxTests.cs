using System.Text.RegularExpressions;
using NUnit.Framework;
using Simulator.Models.Language;

namespace Simulator.Tests.Language;

public sealed class SyntaxTests
{
    private static readonly Syntax<int> s_order = Syntaxes.Choice("an order", ("first come", 1), ("largest first", 2), ("smallest first", 3));

    [TestCase("../x", "'../x' is not a name: lower-case letters, digits and hyphens, beginning with a letter")]
    [TestCase("Big_Shop", "'Big_Shop' is not a name: lower-case letters, digits and hyphens, beginning with a letter; did you mean 'big-shop'?")]
    [TestCase("7up", "'7up' is not a name: lower-case letters, digits and hyphens, beginning with a letter")]
    [TestCase("", "'' is not a name: lower-case letters, digits and hyphens, beginning with a letter")]
    [TestCase("a123456789a123456789a123456789a123456789a123456789a123456789b", "the name has 61 characters: at most 60 are allowed")]
    public void Wrong_names_say_what_is_right(string text, string problem) => Assert.That(Syntaxes.Name.Parse(text).Problem, Is.EqualTo(problem));

    [TestCase("1e12", "'1e12' is not a count: write digits alone, without point, exponent, separator or unit")]
    [TestCase("1000000000000", "'1000000000000' is too large: a count is at most 2147483647")]
    [TestCase("4.0", "'4.0' is not a count: write digits alone, without point, exponent, separator or unit")]
    [TestCase("-1", "'-1' is negative: a count is 0 or more")]
    [TestCase("many", "'many' is not a count: write digits alone, such as 4")]
    [TestCase("", "nothing is written: a count is expected, such as 4")]
    public void Wrong_counts_say_what_is_right(string text, string problem) => Assert.That(Syntaxes.Count.Parse(text).Problem, Is.EqualTo(problem));

    [TestCase("yes", "'yes' is not a switch: write true or false")]
    [TestCase("True", "'True' is not a switch: write true or false")]
    public void Wrong_switches_say_what_is_right(string text, string problem) => Assert.That(Syntaxes.Switch.Parse(text).Problem, Is.EqualTo(problem));

    [TestCase("first comes", "'first comes' is not an order, which is 'first come', 'largest first' or 'smallest first'; did you mean 'first come'?")]
    [TestCase("random", "'random' is not an order, which is 'first come', 'largest first' or 'smallest first'")]
    public void Wrong_choices_name_the_near_word(string text, string problem) => Assert.That(s_order.Parse(text).Problem, Is.EqualTo(problem));

    [TestCase("2022-04-05T07:38", "'2022-04-05T07:38' does not end in Z: moments are in UTC, written like 2022-04-05T07:38Z")]
    [TestCase("2022-04-05", "'2022-04-05' has no time of day: write 2022-04-05T00:00Z")]
    [TestCase("2022-13-05T07:38Z", "'2022-13-05T07:38Z' is not a UTC moment: write one like 2022-04-05T07:38Z")]
    [TestCase("never", "'never' is not a moment: leave the key out, or switch the block off with none")]
    [TestCase("-1d", "'-1d' is negative: a duration is 0 or more, such as 30m")]
    public void Wrong_moments_say_what_is_right(string text, string problem) => Assert.That(Syntaxes.Moment.Parse(text).Problem, Is.EqualTo(problem));

    [TestCase("a\nb", "the text has line breaks or control characters: one line is expected")]
    [TestCase("  ", "nothing is written: a line of text is expected")]
    public void Wrong_sentences_say_what_is_right(string text, string problem) => Assert.That(Syntaxes.Sentence.Parse(text).Problem, Is.EqualTo(problem));

    [Test]
    public void Moments_are_offsets_or_instants() => Assert.Multiple(() =>
    {
        var starts = new DateTime(2022, 4, 5, 7, 38, 0, DateTimeKind.Utc);
        Assert.That(Syntaxes.Moment.Parse("2022-04-05T08:38:30Z").Value.Since(starts), Is.EqualTo(new TimeSpan(1, 0, 30)));
        Assert.That(Syntaxes.Moment.Parse("1d 2h").Value, Is.EqualTo(new Moment(new TimeSpan(1, 2, 0, 0), null)));
        Assert.That(Syntaxes.Moment.Parse("2022-04-05T08:38Z").Value.Since(null), Is.Null);
        Assert.That(Syntaxes.UtcInstant.Parse("2022-04-05T07:38Z").Value, Is.EqualTo(starts));
        Assert.That(Syntaxes.UtcInstant.Parse("2022-04-05T07:38Z").Value.Kind, Is.EqualTo(DateTimeKind.Utc));
    });

    [Test]
    public void A_narrower_syntax_names_its_range() => Assert.Multiple(() =>
    {
        Syntax<TimeSpan> cadence = Syntaxes.Duration.Where("more than 0s", every => every > TimeSpan.Zero);
        Assert.That(cadence.Parse("0s").Problem, Is.EqualTo("'0s' is out of range: a duration here must be more than 0s"));
        Assert.That(cadence.Parse("0s").Rule, Is.EqualTo("more than 0s"));
        Assert.That(cadence.Parse("0").Rule, Is.Null);
        Assert.That(Syntaxes.Count.Or("unlimited", int.MaxValue).Parse("unlimited").Value, Is.EqualTo(int.MaxValue));
        Assert.That(Syntaxes.NameOf("crews").Refers("engineers"), Is.EqualTo(new[] { new Reference("crews", "engineers") }));
    });

    [Test]
    public void Every_example_is_valid_and_matches_its_pattern() => Assert.Multiple(() =>
    {
        Check(Syntaxes.Sentence); Check(Syntaxes.Name); Check(Syntaxes.NameOf("crews")); Check(Syntaxes.Count); Check(Syntaxes.Whole); Check(Syntaxes.Switch); Check(s_order);
        Check(Syntaxes.Duration); Check(Syntaxes.Moment); Check(Syntaxes.UtcInstant); Check(Syntaxes.DataSize); Check(Syntaxes.DataRate); Check(Syntaxes.Frequency); Check(Syntaxes.Share);
        Check(Syntaxes.Delay); Check(Syntaxes.Sizes); Check(Syntaxes.Amounts); Check(Syntaxes.DataWorkload); Check(Syntaxes.EventWorkload);
    });

    private static void Check<T>(Syntax<T> syntax)
    {
        Assert.That(syntax.Parse(syntax.Example).Problem, Is.Null, syntax.Name);
        Assert.That(Regex.IsMatch(syntax.Example, syntax.Pattern), $"{syntax.Name}: {syntax.Example} against {syntax.Pattern}");
    }

    [TestCase("zoen", "zone")]
    [TestCase("Zone", "zone")]
    [TestCase("datas", "data")]
    [TestCase("backup", "backups")]
    [TestCase("xyz", null)]
    [TestCase("", null)]
    public void The_near_word_is_found(string written, string? meant) => Assert.That(Near.Find(written, ["zone", "data", "writes", "backups", "standbys"]), Is.EqualTo(meant));
}
