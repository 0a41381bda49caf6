using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Tests.Swarm;

/// <summary>What must be true of every journal, whatever was arranged and whatever went wrong; empty where all of it is.</summary>
internal static class Holds
{
    private const double Hair = 1;

    public static IEnumerable<string> Broken(IReadOnlyList<Fact> facts) =>
        facts.SelectMany(Broken).Concat(InOrder(facts)).Concat(Accounted(facts)).Concat(UpAndDown(facts));

    private static IEnumerable<string> Broken(Fact fact) => fact switch
    {
        LagChanged f when f.Bytes < 0 || f.Age < TimeSpan.Zero => [$"a lag below nothing: {f.Describe()}"],
        CaughtUp f when f.Since > f.At => [$"caught up before it fell behind: {f.Describe()}"],
        FailedOver f when f.LostBytes < 0 || f.LossWindow < TimeSpan.Zero => [$"a loss below nothing: {f.Describe()}"],
        FailedOver f when (f.LostBytes > Hair) != (f.LossWindow > TimeSpan.FromTicks(1)) && f.LostBytes > Hair => [$"bytes lost in no time: {f.Describe()}"],
        DatabaseRestored f when f.Point > f.At || f.LossWindow < TimeSpan.Zero || f.LostBytes < -Hair => [$"restored to a moment that had not been: {f.Describe()}"],
        SplitBrainEnded f when f.Bytes < 0 || f.Since > f.At => [$"stranded less than nothing: {f.Describe()}"],
        WritesHeldBack f when f.Bytes < -Hair => [$"held back less than nothing: {f.Describe()}"],
        LedgerClosed f when Math.Abs(f.Acknowledged - f.Kept - f.Lost - f.Stranded) > 1e-6 * f.Acknowledged + Hair => [$"does not add up: {f.Describe()}"],
        LedgerClosed f when f.Lost < -Hair || f.Stranded < -Hair || f.Kept < -Hair => [$"less than nothing: {f.Describe()}"],
        QueueClosed f when f.Waiting < 0 || f.Expired < 0 || Math.Abs(f.Arrived - f.Served - f.Expired - f.Waiting) > 1e-6 * f.Arrived => [$"does not add up: {f.Describe()}"],
        _ => [],
    };

    private static IEnumerable<string> InOrder(IReadOnlyList<Fact> facts) =>
        facts.Zip(facts.Skip(1)).Where(pair => pair.First.At > pair.Second.At).Select(pair => $"told out of order: {pair.Second.Describe()}");

    /// <summary>Whatever lost something says so in the ledger, and the ledger loses nothing that nobody told.</summary>
    private static IEnumerable<string> Accounted(IReadOnlyList<Fact> facts)
    {
        foreach (LedgerClosed ledger in facts.OfType<LedgerClosed>())
        {
            bool told = facts.Any(fact => fact is FailedOver f && Same(ledger, f.Databases, f.Database) && f.LostBytes > 0
                || fact is DatabaseRestored r && Same(ledger, r.Databases, r.Database) && r.LostBytes > 0
                || fact is TablesPutBack t && Same(ledger, t.Databases, t.Database) && t.LostBytes > 0
                || fact is DatabaseLost l && Same(ledger, l.Databases, l.Database)
                || fact is SplitBrainEnded s && Same(ledger, s.Databases, s.Database));
            if (ledger.Lost > 1000 && !told && !facts.Any(fact => fact is DatabaseDown)) yield return $"lost without a word: {ledger.Describe()}";
        }
    }

    private static IEnumerable<string> UpAndDown(IReadOnlyList<Fact> facts)
    {
        foreach (var one in facts.Where(fact => fact is DatabaseDown or DatabaseUp)
            .GroupBy(fact => fact is DatabaseDown down ? (down.Databases, down.Database) : (((DatabaseUp)fact).Databases, ((DatabaseUp)fact).Database)))
        {
            bool up = true;
            foreach (Fact fact in one)
            {
                if (fact is DatabaseDown == !up) yield return $"{(up ? "up" : "down")} already: {fact.At} {fact.Describe()}";
                up = fact is DatabaseUp;
            }
        }
    }

    private static bool Same(LedgerClosed ledger, string databases, int database) => ledger.Databases == databases && ledger.Database == database;
}
