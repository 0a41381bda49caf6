using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Quantities;
using Simulator.Models.Stores;

namespace Simulator.Tests.Stories;

/// <summary>Which points are kept, of layers that stand on others too, and what they occupy.</summary>
[Parallelizable(ParallelScope.All)]
public class KeepingStories
{
    private static readonly Retention s_generations = Story.Read(Retention.Syntax, "gfs(daily 3 weekly 2)");

    [Test]
    public void Generations_of_copies_count_what_has_arrived()
    {
        Protection protection = new Backed().With("full", new Full(Each(6, "bucket")))
            .With("copy", new Copy(Each(6, "far") with { From = "full", Hold = TimeSpan.FromHours(1), Takes = Hours(2), Keep = s_generations })).Protection();

        Assert.That(Days(protection, "copy", 20 * 24 + 2), Is.EqualTo(new[] { 19.75, 19, 18, 17, 14, 7 }), "that of the twentieth day is on its way until three in the morning");
        Assert.That(Days(protection, "copy", 20 * 24 + 4), Is.EqualTo(new[] { 20.0, 19, 18, 14, 7 }));
    }

    [Test]
    public void A_base_stays_as_long_as_the_generation_of_any_increment_that_needs_it()
    {
        // The full ones are those of days 3, 10 and 17; the first of a week is in the middle of its chain.
        Protection protection = new Backed().With("chain", new Incremental(Each(24, "bucket") with { Start = TimeSpan.FromDays(3), Keep = s_generations }, TimeSpan.FromDays(7))).Protection();

        Assert.That(Days(protection, "chain", 20 * 24 + 1), Is.EqualTo(new[] { 20.0, 19, 18, 14, 7 }));
        RestorePoint week = protection.Newest(At(14 * 24), At(20 * 24 + 1))!;
        Assert.That(week.Pieces.Select(piece => piece.Cut.SinceStart.TotalDays), Is.EqualTo(new[] { 10.0, 11, 12, 13, 14 }));
    }

    [Test]
    public void Increments_of_another_backup_go_with_the_generations_of_its_full_ones()
    {
        Protection protection = new Backed().With("weekly", new Full(Each(168, "bucket") with { Keep = Story.Read(Retention.Syntax, "gfs(weekly 2)") }))
            .With("step", new Incremental(Each(24, "bucket") with { From = "weekly", Start = null, Keep = Retention.For(TimeSpan.FromDays(30)) }, null)).Protection();

        Assert.That(Days(protection, "step", 20 * 24 + 1), Is.EqualTo(Enumerable.Range(0, 14).Select(day => 20.0 - day)), "day 7 is the oldest of two weeks' full ones, kept until day 21");
        Assert.That(Days(protection, "step", 21 * 24 + 1)[^1], Is.EqualTo(14));
    }

    [Test]
    public void Single_moments_are_cut_once_and_copied_once()
    {
        Moment[] moments = [Day(10), Day(1), Day(3)];
        Protection protection = new Backed().With("full", new Full(new Schedule(TimeSpan.MaxValue, "bucket") { At = moments, Keep = new Retention(null, 2, []) }))
            .With("copy", new Copy(Each(36, "far") with { From = "full", Takes = Hours(1) })).Protection();

        Assert.That(protection.Newest(At(23), At(23)), Is.Null);
        Assert.That(Days(protection, "full", 9 * 24), Is.EqualTo(new[] { 3.0, 1 }));
        Assert.That(Days(protection, "full", 11 * 24), Is.EqualTo(new[] { 10.0, 3 }), "two are kept");
        Assert.That(Days(protection, "copy", 3 * 24 + 1), Is.EqualTo(new[] { 1.0 }), "cut at the very instant of hour 72, it arrives an hour later");
        Assert.That(Days(protection, "copy", 11 * 24), Is.EqualTo(new[] { 10.0, 3, 1 }));
        Assert.That(protection.Newest(At(264), At(264), ["copy"])!.Pieces.Single().Cut, Is.EqualTo(At(252)), "the first cut of the copies behind day 10");
    }

    [Test]
    public void What_backups_occupy_is_counted_piece_by_piece_and_in_both_stores()
    {
        Backed backed = new Backed { Length = TimeSpan.FromDays(99.5) }.Keeping("bucket", store => store with { Replica = new Replica("far", Delay.Always(TimeSpan.FromMinutes(15))), Coding = new ErasureCoding(10, 14) })
            .With("full", new Full(Each(24, "shelf") with { Compression = new Share(0.5) }))
            .With("three", new Full(Each(24, "shelf") with { Keep = new Retention(null, 3, []) }))
            .With("chain", new Incremental(Each(24, "shelf"), TimeSpan.FromDays(7)))
            .With("since", new Differential(Each(24, "shelf") with { From = "three", Start = null, Keep = Retention.For(TimeSpan.FromDays(2)) }))
            .With("generations", new Full(Each(24, "shelf") with { Start = TimeSpan.FromHours(5), Keep = s_generations }))
            .With("log", new LogShipping(Each(1, "shelf") with { Takes = new Pace(TimeSpan.FromMinutes(1), null) }, null, false))
            .With("padded", new LogShipping(Each(1, "bucket"), new DataSize(8e9), true))
            .With("copies", new Copy(Each(3, "bucket") with { From = "log" })).Losing("shop.primary", "1h");
        Dictionary<string, double> stored = backed.Run().OfType<BackupStored>().ToDictionary(fact => $"{fact.Backup} {fact.Store}", fact => fact.Bytes / 1e9);

        // 86.4 GB of log a day, 3.6 an hour; the run ends twelve hours after the last full one is cut.
        Assert.Multiple(() =>
        {
            Assert.That(stored["full shelf"], Is.EqualTo(10 * 50).Within(1e-6));
            Assert.That(stored["three shelf"], Is.EqualTo(3 * 100).Within(1e-6));
            Assert.That(stored["chain shelf"], Is.EqualTo(Chain()).Within(1e-6));
            Assert.That(stored["generations shelf"], Is.EqualTo(4 * 100).Within(1e-6), "of three days, and of two weeks, one of which is the first of a day");
            Assert.That(stored["since shelf"], Is.Zero, "each is cut with a full one, and holds nothing that has changed since");
            Assert.That(stored["log shelf"], Is.EqualTo(240 * 3.6).Within(3.7));
            Assert.That(stored["padded bucket"], Is.EqualTo(240 * 8 * 1.4).Within(8 * 1.4 * 1.01));
            Assert.That(stored["padded far"], Is.EqualTo(240 * 8).Within(8.01));
            Assert.That(stored["copies bucket"], Is.EqualTo(240 * 3.6 * 1.4).Within(3 * 3.6 * 1.4 * 1.01));
        });

        // Kept for their own sake are those of days 90 to 99; those from day 84 on because they stand on its full one.
        static double Chain() => Enumerable.Range(84, 16).Sum(day => day % 7 == 0 ? 100 : 86.4);
    }

    private static List<double> Days(Protection protection, string layer, double hour)
    {
        List<double> kept = [];
        for (double at = hour; protection.Newest(At(at), At(hour), [layer]) is { } point; at = point.At.SinceStart.TotalHours - 0.5) kept.Add(point.At.SinceStart.TotalDays);
        return kept;
    }

    private static Moment Day(int day) => new(TimeSpan.FromDays(day), null);

    private static Pace Hours(double hours) => new(TimeSpan.FromHours(hours), null);

    private static Instant At(double hours) => Instant.After(TimeSpan.FromHours(hours));

    private static Schedule Each(double hours, string to) => new(TimeSpan.FromHours(hours), to)
    {
        Start = TimeSpan.Zero,
        Keep = Retention.For(TimeSpan.FromDays(10)),
    };
}
