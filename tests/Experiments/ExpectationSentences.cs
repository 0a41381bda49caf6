using Simulator.Experiments;
using Simulator.Experiments.Expectations;
using Simulator.Experiments.Measures;
using Simulator.Models.Language;
using static Simulator.Tests.Experiments.Journals;

namespace Simulator.Tests.Experiments;

/// <summary>The grammar of expectations: good sentences and what is understood, bad ones and what is answered.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ExpectationSentences
{
    private static readonly string[] s_good =
    [
        "loss of worst site <= 5m | every | loss | worst site | ..300",
        "p99 loss of worst site <= 5m in as it was | p99 | loss | worst site | ..300 | as it was",
        "p99.9 loss of site < 5m | p99.9 | loss | each site | ..300 open",
        "mean loss of mean site <= 1h 30m | mean | loss | mean site | ..5400",
        "max downtime of each shard between 60s and 120s in zone lost | max | downtime | each shard | 60..120 | zone lost",
        "lost writes of median site <= 0 writes | every | lost writes | median site | ..0",
        "p95 lost data of total site <= 2 GB | p95 | lost data | total site | ..2000000000",
        "p50 restored of site users reaches 45% by 8d | p50 | restored | site users | ..691200 reaches 0.45",
        "p50 restored of site users reaches 45% at 7.9d within 12h | p50 | restored | site users | 639360..725760 reaches 0.45",
        "p50 accepted of site reaches 100% at 13.7d within 12h in as it was | p50 | accepted | site | 1140480..1226880 reaches 1 | as it was",
        "restored of site >= 99% | every | restored | site | 0.99..",
        "share of trials with loss of worst site > 5m <= 1% | share | loss | worst site | ..0.01 when 300.. open",
        "p50 time to first between 2d and 3d | p50 | time to first |  | 172800..259200",
        "time to last of site <= never | every | time to last | site | ..∞",
        "blast radius = 883 | every | blast radius |  | 883..883",
        "blast radius of site <= 50 in waves | every | blast radius | site | ..50 | waves",
        "rolled back writes = 0 writes | every | rolled back writes |  | 0..0",
        "p95 rolled back of site <= 10m | p95 | rolled back | site | ..600",
        "p50 rate of restoration-2 over restoration-1 between 15 and 20 | p50 | rate | restoration-2 over restoration-1 | 15..20",
        "p50 rate of restoration-1 <= 12/d | p50 | rate | restoration-1 | ..12",
        "p50 batch time of each restoration-1 between 40h and 56h | p50 | batch time | each restoration-1 | 144000..201600",
        "acceptance of worst site <= 14d in three + 30d | every | acceptance | worst site | ..1209600 | three, 30d",
        "p99 lag of worst shop <= 30s | p99 | lag | worst shop | ..30",
        "lag of shop.spare <= 30s | every | lag | each shop.spare | ..30",
        "p95 lag data of total shop.spare < 2 GB in a | p95 | lag data | total shop.spare | ..2000000000 open | a",
        "loss of cello = 217h | every | loss | each cello | 781200..781200",
        "lost commits of shop = 0 | every | lost commits | each shop | 0..0",
        "p99 commit latency of each shop <= 8ms | p99 | commit latency | each shop | ..0.008",
        "mean stale reads of shop after 1ms 500us <= 0.1% in a | mean | stale reads | shop after 1.5ms | ..0.001 | a",
        "recovery point age of worst shop.nightly <= 25h | every | recovery point age | worst shop.nightly | ..90000",
        "p50 stuck of ebs after 1d 12h is 2.2% within 0.4% | p50 | stuck | ebs after 1d 12h | 0.018..0.026",
        "restored of ebs after 36h >= 97% | every | restored | ebs after 1d 12h | 0.97..",
        "noticed of worst script <= 1h | every | noticed | worst script | ..3600",
        "kept of shop >= 99.9% | every | kept | shop | 0.999..",
        "monthly cost <= 900 EUR | every | monthly cost |  | ..900",
        "p95 incident cost of downtime between 1000.50 EUR and 20000 EUR | p95 | incident cost | downtime | 1000.5..20000",
        "loss of each = 0s | every | loss | each each | 0..0",
    ];

    [TestCaseSource(nameof(s_good))]
    public void Good(string row)
    {
        string[] cells = [.. row.Split('|').Select(c => c.Trim())];
        Expectation e = Expect(cells[0]);
        Assert.That($"{Statistic(e)} | {e.Measure.Word} | {e.SubjectText} | {Test(e)}{(e.Variants.Count == 0 ? "" : " | " + string.Join(", ", e.Variants))}",
            Is.EqualTo(string.Join(" | ", cells[1..])));
        Assert.That(e.Text, Is.EqualTo(cells[0]));
    }

    [TestCase("", "nothing is written: an expectation is needed, such as 'p99 loss of worst site <= 5m'")]
    [TestCase("p99 los of worst site <= 5m", "'los' is not a measure, which is one of loss, lost writes, lost data, downtime, reduced, complete, acceptance, restored, accepted, time to first, time to last, blast radius, lost tenants, slowed tenants, rolled back writes, rolled back, rate, time, length, batch time, lag, lag data, catch-up, forecast error, rebuild, degraded, held back, stranded, stranded data, acknowledged, kept, lost commits, commit latency, degraded commit latency, read latency, stale reads, staleness, restore time, recovery point age, stored, found bad, found bad by restore, erased, stuck, unrecoverable, expired, dropped, backlog, noticed, first notice, longest silence, first contact, time noticing, time deciding, time in vain, time waiting for people, time waiting for capacity, time waiting for the fault, time moving bytes, time checking, time working, monthly cost, incident cost; did you mean 'loss'?")]
    [TestCase("p100 loss of site <= 5m", "'p100' is not a quantile: it lies between p0 and p100, such as p50 or p99.9; for the largest value write max")]
    [TestCase("loss <= 5m", "'loss' needs a subject: write 'loss of worst site' with the name that the scenario has")]
    [TestCase("loss of <= 5m", "a name is missing: write it as in 'loss of worst site'")]
    [TestCase("loss of wurst site <= 5m", "'wurst' is neither a name nor one of each, worst, mean, median, total; did you mean 'worst'?")]
    [TestCase("loss of worst Site <= 5m", "'Site' is not a name: lower-case letters, digits and hyphens, beginning with a letter; did you mean 'site'?")]
    [TestCase("loss of worst site", "a test is missing: end with one like '<= 5m'")]
    [TestCase("loss of worst site <=", "a quantity is missing: write one like '5m'")]
    [TestCase("loss of worst site <=5m", "'<=5m' needs a space after <=")]
    [TestCase("loss of worst site == 5m", "'==' is no test: write one like '<= 5m', with <, <=, =, >=, > or between")]
    [TestCase("loss of worst site != 5m", "'!=' is no test: write one like '<= 5m', with <, <=, =, >=, > or between")]
    [TestCase("loss of worst site <= 5", "bare number 5: a duration needs a unit, one of us ms s m h d w y")]
    [TestCase("loss of worst site <= 5 GB", "'GB' is not a unit of duration, which is one of us ms s m h d w y")]
    [TestCase("loss of worst site <= 5m as it was", "'5m as it was' is not a duration: after one part comes 'as it was'")]
    [TestCase("loss of worst site <= 5m <= 1%", "'<= 1%' is too much: after the test only 'in' and a variant may follow")]
    [TestCase("loss of worst site <= 5m in", "a variant is missing: write 'in' and its name, as in 'in as it was'")]
    [TestCase("loss of worst site <= 5m in a + ", "a variant is missing: write 'in' and its name, as in 'in as it was'")]
    [TestCase("loss of site between 5m and 1m", "the limits of 'between' are the wrong way round: write the smaller one first")]
    [TestCase("loss of site between 5m or 1m", "'5m or 1m' is not a duration: after one part comes 'or 1m'")]
    [TestCase("loss of site between 5m", "'and' is missing: write it as in 'between 5m and 5m'")]
    [TestCase("loss of site reaches 5% by 1d", "'loss' is no share over time: only 'restored' and 'accepted' can be said to reach one")]
    [TestCase("restored of site reaches 0% by 1d", "a share of 0% is reached from the beginning: write one above it")]
    [TestCase("restored of site reaches 45% in 8d", "'at' is missing before 'in': write it as in 'reaches 45% by 8d' or 'reaches 45% at 7.9d within 12h'")]
    [TestCase("restored of site reaches 45% at 8d", "'within' is missing: write it as in 'reaches 45% at 7.9d within 12h'")]
    [TestCase("restored of worst site >= 9%", "'restored' has one value a trial: leave 'worst' out")]
    [TestCase("downtime of site users <= 9h", "'downtime' is not taken of users: leave 'users' out")]
    [TestCase("loss of site over shard <= 9h", "'loss' is not taken of one thing over another: leave 'over shard' out")]
    [TestCase("rate of fast over slow >= 15/d", "'15/d' is not a ratio: write one like 15.5")]
    [TestCase("lost writes of median site <= 0", "bare number 0: a number of writes needs its unit, 0 writes")]
    [TestCase("blast radius <= 12.5", "'12.5' is not a count: write digits alone, without point, exponent, separator or unit")]
    [TestCase("share of trials with loss of site > 5m <= 1%", "a trial has many values of 'loss': say which counts, as in 'share of trials with loss of worst ...'")]
    [TestCase("loss of shop.spare <= 5m", "'loss' is not taken of a part of 'shop': leave '.spare' out")]
    [TestCase("lag of shop. <= 5m", "a name is missing: write it as in 'lag of worst shop'")]
    [TestCase("lag of shop.a.b <= 5m", "'a.b' is not a name: lower-case letters, digits and hyphens, beginning with a letter; did you mean 'a-b'?")]
    [TestCase("lag <= 5m", "'lag' needs a subject: write 'lag of worst shop' with the name that the scenario has")]
    [TestCase("kept >= 5%", "'kept' needs a subject: write 'kept of shop' with the name that the scenario has")]
    [TestCase("noticed <= 5m", "'noticed' needs a subject: write 'noticed of zone-lost' with the name that the scenario has")]
    [TestCase("lag of shop after 5ms <= 5m", "'lag' is not taken at a delay: leave 'after 5ms' out")]
    [TestCase("stale reads of shop after <= 5%", "a delay is missing: write it as in 'stale reads of shop after 10ms'")]
    [TestCase("stale reads of shop after 5 <= 5%", "bare number 5: a duration needs a unit, one of us ms s m h d w y")]
    [TestCase("monthly cost <= 900", "bare number 900: an amount of money needs its currency, as in 900 EUR")]
    [TestCase("monthly cost <= 900 euros", "'900 euros' is not an amount of money: write one like 900 EUR")]
    [TestCase("monthly cost between 5 EUR and 9 USD", "the amounts are in EUR and USD: write both in one currency")]
    [TestCase("monthly cost of worst shop <= 9 EUR", "'monthly cost' has one value a trial: leave 'worst' out")]
    [TestCase("share of trials with loss of worst site > 5m", "a test is missing: end with one like '<= 1%'")]
    public void Bad(string sentence, string problem) => Assert.That(Expectation.Syntax.Parse(sentence).Problem, Is.EqualTo(problem));

    [Test]
    public void It_mentions_its_subject_and_its_variants()
    {
        Assert.That(Mentions("p99 loss of worst site <= 5m in a b + c"), Is.EqualTo("tenants|databases:site vary:a b vary:c"));
        Assert.That(Mentions("lag of shop.spare <= 5s"), Is.EqualTo("databases:shop databases.shop.standbys|databases.shop.backups:spare"));
        Assert.That(Mentions("stored of shop.nightly <= 5 B"), Is.EqualTo("databases:shop databases.shop.backups:nightly"));
        Assert.That(Mentions("noticed of script <= 5s"), Is.EqualTo("faults:script"));
        Assert.That(Mentions("restored of site users >= 5%"), Is.EqualTo("tenants|databases|stores:site"));
        Assert.That(Mentions("rate of new over old >= 5"), Is.EqualTo("recovery:new recovery:old"));
        Assert.That(Mentions("blast radius <= 5"), Is.Empty);
        Assert.That(Mentions("monthly cost of storage <= 5 EUR"), Is.Empty);
        Assert.That(Mentions("incident cost of shop <= 5 EUR"), Is.EqualTo("databases|stores|crews|tenants:shop"));
    }

    [TestCase("base", "", true)]
    [TestCase("as it was", "as it was", true)]
    [TestCase("soft delete", "as it was", false)]
    [TestCase("three + 30d", "30d", true)]
    [TestCase("three + 30d", "30d + three", true)]
    [TestCase("three + 7d", "30d + three", false)]
    public void It_speaks_of_variants_that_have_all_its_values(string variant, string named, bool speaks) =>
        Assert.That(Expect("blast radius <= 5" + (named.Length == 0 ? "" : " in " + named)).SpeaksOf(variant), Is.EqualTo(speaks));

    [Test]
    public void Equality_overlooks_a_tick_and_no_more()
    {
        var limits = Expect("loss of cello = 217h").Test.Limits;
        double exact = TimeSpan.FromHours(217).TotalSeconds, tick = 1.0 / TimeSpan.TicksPerSecond;
        Assert.That(limits.Hold(exact) && limits.Hold(exact + tick) && limits.Hold(exact - tick));
        Assert.That(limits.Hold(exact + 2 * tick), Is.False);
        Assert.That(Expect("loss of cello <= 217h").Test.Limits.Hold(exact + tick), Is.False, "an upper limit is what it says");
    }

    [Test]
    public void Its_own_example_is_good() => Assert.That(Expectation.Syntax.Parse(Expectation.Syntax.Example).Problem, Is.Null);

    private static string Mentions(string sentence) =>
        string.Join(' ', Expectation.Syntax.Refers(Expect(sentence)).Select(r => $"{r.Section}:{r.Name}"));

    private static string Statistic(Expectation e) => e.Statistic switch
    {
        EveryTrial => "every",
        ShareOfTrials => "share",
        var other => other.Words,
    };

    private static string Test(Expectation e) =>
        Show(e.Test.Limits) + (e.Test.Reaches is { } share ? $" reaches {share}" : "") + (e.Statistic is ShareOfTrials s ? $" when {Show(s.Condition)}" : "");

    private static string Show(Limits limits) =>
        $"{limits.Low}..{(limits.High is { } h && double.IsInfinity(h) ? "∞" : limits.High)}{(limits.Exclusive ? " open" : "")}";
}
