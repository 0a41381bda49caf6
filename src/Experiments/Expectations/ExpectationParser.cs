using System.Globalization;
using Simulator.Experiments.Measures;
using Simulator.Models.Language;

namespace Simulator.Experiments.Expectations;

/// <summary>
/// Reads an expectation, from left to right:
/// <code>
/// expectation = [statistic] measure ["of" [reduce] subject] test ["in" variant *("+" variant)]
/// statistic   = "p" number | "mean" | "max"            ; none: every trial must meet the test
///             | "share of trials with"                 ; then the condition on a trial stands before the test: ... &gt; 5m &lt;= 1%
/// reduce      = "each" | "worst" | "mean" | "median" | "total"                       ; none: each
/// subject     = name ["users"] | databases ["." part] ["after" duration] | plan ["over" plan] | fault
/// test        = cmp quantity | "between" quantity "and" quantity | "is" quantity "within" quantity-or-percent
///             | "reaches" percent "by" duration | "reaches" percent "at" duration "within" duration
/// cmp         = "&lt;" | "&lt;=" | "=" | "&gt;=" | "&gt;"
/// </code>
/// </summary>
internal sealed class ExpectationParser
{
    private const string ShareWords = "share of trials with";
    private readonly string _text;
    private readonly Sentence _sentence;
    private string? _problem;

    private ExpectationParser(string text)
    {
        _text = text.Trim();
        _sentence = new Sentence(_text);
    }

    /// <summary>Reads a sentence, or says what is wrong with it.</summary>
    internal static Parsed<Expectation> Parse(string text)
    {
        var parser = new ExpectationParser(text);
        Expectation expectation = parser.Read();
        return parser._problem is { } problem ? Parsed.No<Expectation>(problem) : Parsed.Ok(expectation);
    }

    /// <summary>Reads a sentence without test and variants: what is asked, not what must hold.</summary>
    internal static Parsed<Response> ParseResponse(string text)
    {
        var parser = new ExpectationParser(text);
        if (parser._sentence.IsOver) parser.Fail("nothing is written: a figure is needed, such as 'p99 loss of worst site'");
        (Response response, _, _) = parser.ReadFigure();
        if (response.Statistic is EveryTrial) parser.Fail($"'{text.Trim()}' is a value of each trial: begin with what is made of them, as in 'mean {text.Trim()}' or 'p95 {text.Trim()}'");
        if (!parser._sentence.IsOver) parser.Fail($"'{parser._sentence.Until(_ => false)}' is too much: a figure is asked for here, without a test");
        return parser._problem is { } problem ? Parsed.No<Response>(problem) : Parsed.Ok(response);
    }

    /// <summary>Reads what stands before the test.</summary>
    private (Response Response, TestParser Tests, bool IsShare) ReadFigure()
    {
        bool isShare = _sentence.Take(ShareWords);
        Statistic statistic = isShare ? new EveryTrial() : ReadStatistic();
        IReadOnlyList<Measure> measures = ReadMeasure();
        var subjects = new SubjectParser(_sentence, measures);
        (Measure measure, Subject subject, Reduce reduce) = _problem is null ? subjects.Read() : (measures[0], Subject.All, Reduce.Each);
        Fail(subjects.Problem);
        var tests = new TestParser(_sentence, measure, statistic is MeanOfTrials);
        if (isShare && _problem is null) statistic = ReadCondition(tests, measure, reduce);
        Fail(tests.Problem);
        return (new Response(_text, statistic, measure, subject, reduce), tests, isShare);
    }

    private Expectation Read()
    {
        if (_sentence.IsOver) Fail("nothing is written: an expectation is needed, such as 'p99 loss of worst site <= 5m'");
        ((_, Statistic statistic, Measure measure, Subject subject, Reduce reduce), TestParser tests, bool isShare) = ReadFigure();
        Test test = _problem is null ? isShare ? tests.ReadShare() : tests.Read() : new Test(Limits.None);
        Fail(tests.Problem);
        IReadOnlyList<string> variants = _problem is null ? ReadVariants() : [];
        return new Expectation(_text, statistic, measure, subject, reduce, test, variants) { Currency = tests.Currency };
    }

    private Statistic ReadStatistic()
    {
        if (_sentence.Take("mean")) return new MeanOfTrials();
        if (_sentence.Take("max")) return new MaxOfTrials();
        if (_sentence.Next is not ['p', >= '0' and <= '9', ..] word) return new EveryTrial();
        _sentence.Take();
        bool isNumber = double.TryParse(word[1..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent);
        if (isNumber && percent is > 0 and < 100) return new QuantileOfTrials(percent / 100);
        Fail($"'{word}' is not a quantile: it lies between p0 and p100, such as p50 or p99.9; for the largest value write max");
        return new EveryTrial();
    }

    private IReadOnlyList<Measure> ReadMeasure()
    {
        // "rolled back writes" goes before "rolled back".
        foreach (string word in MeasureTable.Measures.Select(m => m.Word).Distinct().OrderByDescending(w => w.Length))
            if (_sentence.Take(word)) return [.. MeasureTable.Measures.Where(m => m.Word == word)];
        string written = _sentence.Until(word => word is "of" or "in" || TestParser.Starts(word));
        string[] known = [.. MeasureTable.Measures.Select(m => m.Word).Distinct()];
        Fail($"'{written}' is not a measure, which is one of {string.Join(", ", known)}{Near.Hint(written, known)}");
        return [MeasureTable.Measures[0]];
    }

    private ShareOfTrials ReadCondition(TestParser tests, Measure measure, Reduce reduce)
    {
        if (measure.HasMembers && reduce == Reduce.Each)
            Fail($"a trial has many values of '{measure.Word}': say which counts, as in '{ShareWords} {measure.Word} of worst ...'");
        return new ShareOfTrials(tests.ReadComparison(measure.Unit));
    }

    private string[] ReadVariants()
    {
        if (_sentence.IsOver) return [];
        if (!_sentence.Take("in"))
        {
            Fail($"'{_sentence.Until(_ => false)}' is too much: after the test only 'in' and a variant may follow");
            return [];
        }

        string[] variants = [.. _sentence.TakeUntil(_ => false).Split(" + ").Select(v => v.Trim())];
        if (variants.Any(v => v.Length == 0 || v[0] == '+' || v.EndsWith(" +", StringComparison.Ordinal)))
            Fail("a variant is missing: write 'in' and its name, as in 'in as it was'");
        return variants;
    }

    private void Fail(string? problem) => _problem ??= problem;
}
