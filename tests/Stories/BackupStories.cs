using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Backups.Integrity;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Tests.Stories;

[Parallelizable(ParallelScope.All)]
public class BackupStories
{
    [Test]
    public void A_copy_that_arrives_at_the_very_instant_is_not_usable_yet()
    {
        Protection protection = new Backed().With("full", new Full(Each(24, "bucket") with { Takes = new Pace(TimeSpan.FromHours(3), null) })).Protection();

        Assert.That(protection.Newest(At(27), At(27))?.At, Is.EqualTo(At(0)));
        Assert.That(protection.Newest(At(27), At(27) + new TimeSpan(1))?.At, Is.EqualTo(At(24)));
    }

    [Test]
    public void A_point_is_dropped_when_so_many_newer_ones_can_be_used()
    {
        Protection protection = new Backed().With("full", new Full(Each(24, "bucket") with { Takes = new Pace(TimeSpan.FromHours(3), null), Keep = new Retention(null, 2, []) })).Protection();

        Assert.That(protection.Newest(At(1), At(51))?.At, Is.EqualTo(At(0)));
        Assert.That(protection.Newest(At(1), At(51) + new TimeSpan(1)), Is.Null, "the second newer one has arrived");
    }

    [Test]
    public void Generations_keep_the_first_point_of_a_day_and_of_a_week()
    {
        Retention keep = Story.Read(Retention.Syntax, "gfs(daily 3 weekly 2)");
        Protection protection = new Backed().With("full", new Full(Each(6, "bucket") with { Keep = keep })).Protection();
        Instant asOf = At(24 * 20 + 7);

        // As of the 21st day, 7 in the morning: the newest, the midnights of three days, the first points of two weeks.
        List<double> kept = [];
        for (double hour = 24 * 20 + 7; protection.Newest(At(hour), asOf) is { } point; hour = point.At.SinceStart.TotalHours - 1) kept.Add(point.At.SinceStart.TotalHours / 24);
        Assert.That(kept, Is.EqualTo(new[] { 20.25, 20, 19, 18, 14, 7 }));
    }

    [Test]
    public void An_increment_needs_its_whole_chain_and_a_differential_its_full_copy_alone()
    {
        Backed backed = new Backed().With("weekly", new Full(Each(168, "bucket") with { Takes = new Pace(TimeSpan.FromHours(30), null) }))
            .With("step", new Incremental(Each(24, "bucket") with { From = "weekly", Start = null }, null))
            .With("since", new Differential(Each(24, "bucket") with { From = "weekly", Start = null }));
        Protection protection = backed.Protection();
        RestorePoint step = protection.Newest(At(100), At(100), ["step"])!, since = protection.Newest(At(100), At(100), ["since"])!;

        Assert.That(step.Pieces.Select(piece => (piece.Backup, piece.Cut)), Is.EqualTo(new[] { ("weekly", At(0)), ("step", At(24)), ("step", At(48)), ("step", At(72)), ("step", At(96)) }));
        Assert.That(since.Pieces.Select(piece => (piece.Backup, piece.Cut)), Is.EqualTo(new[] { ("weekly", At(0)), ("since", At(96)) }));
        Assert.That(step.Source, Is.EqualTo("weekly + step"));
        Assert.That(protection.Newest(At(170), At(170), ["step"])!.At, Is.EqualTo(At(144)), "what builds on the full copy of hour 168 waits for it until hour 198");
    }

    [Test]
    public void A_bad_base_makes_its_increments_worthless_and_costs_the_time_of_its_copy()
    {
        Incremental chain = new(Each(24, "bucket") with { Usable = new Share(0.9) }, TimeSpan.FromDays(7));
        IReadOnlyList<Fact> facts = Enumerable.Range(0, 200).Select(trial => new Backed().With("chain", chain).Losing("home.a", "27d 1h").Run(trial))
            .First(facts => facts.OfType<BackupFoundBad>().FirstOrDefault()?.Cut == At(21 * 24) && facts.OfType<DatabaseRestored>().Any());

        Assert.That(facts.OfType<DatabaseRestored>().Single().Point, Is.LessThan(At(21 * 24)), "nothing of the week of the bad base is of use");
        RestorePhaseDone[] copies = [.. facts.OfType<RestorePhaseDone>().Where(fact => fact.Phase == "copy")];
        Assert.That(copies, Has.Length.GreaterThanOrEqualTo(2));
        Assert.That(copies[0].At - copies[0].Began, Is.EqualTo(TimeSpan.FromSeconds(500)), "100 GB at 200 MB/s before it shows");
    }

    [Test]
    public void Checksums_show_at_once_what_else_shows_at_the_end()
    {
        Full bad = new(Each(24, "bucket") with { Usable = new Share(0.5) });
        static TimeSpan Lost(IReadOnlyList<Fact> facts) => facts.OfType<DatabaseRestored>().Single().At - facts.OfType<FaultNoticed>().Single().At;
        int trial = Enumerable.Range(0, 100).First(trial => new Backed().With("full", bad).Losing("home.a", "27d").Run(trial).OfType<BackupFoundBad>().Count() == 2);

        Assert.That(Lost(new Backed().With("full", bad).Losing("home.a", "27d").Run(trial)), Is.EqualTo(TimeSpan.FromSeconds(1500)));
        Assert.That(Lost(new Backed().With("full", bad).Keeping("bucket", store => store with { Checksums = true }).Losing("home.a", "27d").Run(trial)), Is.EqualTo(TimeSpan.FromSeconds(500)));
    }

    [Test]
    public void A_dead_layer_is_found_by_a_restore_or_mended_by_a_test()
    {
        Schedule dead = Each(24, "bucket") with { Health = new Health(Delay.Always(TimeSpan.FromDays(10)), null), Keep = Retention.For(TimeSpan.FromDays(60)) };
        DatabaseRestored never = new Backed().With("full", new Full(dead)).Losing("home.a", "27d 5h").Run().OfType<DatabaseRestored>().Single();
        IReadOnlyList<Fact> tested = new Backed().With("full", new Full(dead with { Health = dead.Health with { Tested = TimeSpan.FromDays(9) } })).Losing("home.a", "27d 5h").Run();

        Assert.That(never.Point, Is.EqualTo(At(9 * 24)), "everything that was cut since the tenth day is worthless");
        Assert.That(tested.OfType<DatabaseRestored>().Single().Point, Is.EqualTo(At(27 * 24)));
    }

    private static Instant At(double hours) => Instant.After(TimeSpan.FromHours(hours));

    private static Schedule Each(double hours, string to) => new(TimeSpan.FromHours(hours), to) { Start = TimeSpan.Zero, Keep = Retention.For(TimeSpan.FromDays(60)) };
}
