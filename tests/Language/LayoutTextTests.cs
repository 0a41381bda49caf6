using NUnit.Framework;
using Simulator.Models.Language;
using Simulator.Models.Tenants;

namespace Simulator.Tests.Language;

[Parallelizable(ParallelScope.All)]
public sealed class LayoutTextTests
{
    [TestCase("hash")]
    [TestCase("range")]
    [TestCase("size")]
    [TestCase("shuffle 2")]
    [TestCase("shuffle 3 within 10")]
    [TestCase("copysets 3 from 1666")]
    public void A_layout_says_what_it_was_read_from(string text)
    {
        Assert.That(TenantLayout.Syntax.Parse(text).Value.ToString(), Is.EqualTo(text));
        Assert.That(text, Does.Match(TenantLayout.Syntax.Pattern));
    }

    [TestCase("ranges", "'ranges' is not a layout: write hash, range, size, shuffle 2, shuffle 3 within 10 or copysets 3 from 1000; did you mean 'range'?")]
    [TestCase("size 3", "'size 3' has words too many: write size")]
    [TestCase("shuffle", "'shuffle' lacks its number: write shuffle 2, or shuffle 3 within 10")]
    [TestCase("shuffle 17", "'17' is out of range: a tenant lives in 1 to 16 databases")]
    [TestCase("shuffle two", "'two' is not a count: write digits alone, such as 4")]
    [TestCase("shuffle 4 within 2", "'shuffle 4 within 2': 2 that follow the first are too few for 3 others")]
    [TestCase("copysets 3", "'copysets 3' lacks its numbers: write copysets 3 from 1000")]
    [TestCase("copysets 3 from 0", "'copysets 3 from 0' has no set: write at least copysets 3 from 1")]
    public void A_text_that_is_no_layout_is_told_what_would_be(string text, string problem)
    {
        Parsed<TenantLayout> parsed = TenantLayout.Syntax.Parse(text);
        Assert.That(parsed.Problem, Is.EqualTo(problem));
    }
}
