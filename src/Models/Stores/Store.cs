using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Quantities;

namespace Simulator.Models.Stores;

/// <summary>Where backups are kept: in one zone or a place in it, or in a region, where only the loss of all its zones destroys what it holds.</summary>
/// <param name="Region">The region it is kept in.</param>
/// <param name="Read">What all readers together can read per second; shared fairly.</param>
/// <param name="Immutable">Whether no account and no operator can delete what is stored before its retention ends.</param>
public sealed record Store(string Region, DataRate Read, bool Immutable)
{
    /// <summary>The zone it stands in; null where it is spread over its region.</summary>
    public Zone? Zone { get; init; }

    /// <summary>Where it stands: its zone, or outside the zones of its region.</summary>
    public Zone Place => Zone ?? Places.Zone.Outside(Region);

    /// <summary>What it is.</summary>
    public StoreKind Kind { get; init; } = StoreKind.ObjectStore;

    /// <summary>The account that owns it: who deletes the account deletes what it holds. Empty for an account of its own.</summary>
    public string Account { get; init; } = "";

    /// <summary>What everything that is written to it can write per second; shared fairly. Null where that never matters.</summary>
    public DataRate? Write { get; init; }

    /// <summary>What one stream of requests reads per second.</summary>
    public DataRate PerStream { get; init; } = new(85e6);

    /// <summary>How many streams one reader opens.</summary>
    public int Streams { get; init; } = 16;

    /// <summary>Time until the first byte of a read.</summary>
    public Delay FirstByte { get; init; } = Delay.None;

    /// <summary>Time until archived data can be read; none where it is at hand.</summary>
    public Delay Retrieval { get; init; } = Delay.None;

    /// <summary>Time to bring tapes to where they are read.</summary>
    public Delay Ship { get; init; } = Delay.None;

    /// <summary>Where a second copy of everything in it goes; null for nowhere.</summary>
    public Replica? Replica { get; init; }

    /// <summary>How many stored points go bad at rest in a year, silently, as a hazard per year: 0.001 is one of a thousand.</summary>
    public double RotsPerYear { get; init; }

    /// <summary>Into how many fragments every point is cut, and how many suffice; null where a point is one object. <see cref="RotsPerYear"/> is then a fragment's.</summary>
    public ErasureCoding? Coding { get; init; }

    /// <summary>Whether what is read is compared with its checksum, so that a bad point shows when reading begins and not only when its copy is complete.</summary>
    public bool Checksums { get; init; }

    /// <summary>How data that must be erased by law leaves it; null where no such duty is looked at.</summary>
    public Erasure? Erase { get; init; }

    /// <summary>Its volumes, where it is a block store of many; null where it is one disk array.</summary>
    public Blocks.Volumes? Volumes { get; init; }

    /// <summary>What one reader reads at most, bytes a second.</summary>
    public double ReaderCap => PerStream.BytesPerSecond * Streams;

    /// <summary>How a store is written.</summary>
    public static readonly Shape<Store> Shape = new("store", "Where backups are kept.", ReadFrom);

    private static readonly Syntax<string> s_zone = new("a zone or none", @"^([a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*){1,4}|none)$", "none",
        text => text == "none" ? Parsed.Ok("") : Placement.Syntax.Parse(text).Then(place => place.Spread == Spread.Named
            ? Parsed.Ok(text)
            : Parsed.No<string>($"'{text}' is not one zone: write one like us-east.a, or 'region' for a store that is spread over one")),
        text => text.Length == 0 ? [] : Placement.Syntax.Refers(Placement.Syntax.Parse(text).Value));

    private static Store ReadFrom(Fields fields)
    {
        string zone = fields.Optional("zone", s_zone, "none", "an object store is spread over the zones of its region", "The one zone, or building, rack or node in one, that it stands in.");
        string region = fields.Optional("region", Syntaxes.NameOf("regions").OrNone(), "none", "a store that stands in one zone is in that zone's region", "The region it is spread over: it outlives all but the loss of the whole region.");
        fields.Check((zone.Length > 0) != (region.Length > 0), "region", "store in one place", () => zone.Length > 0 ? "a store stands in a zone or is spread over a region: leave one of them out" : "where is it? write 'region', or 'zone' for a store in one building");
        string[] place = zone.Split('.');
        DataRate read = fields.Required("read", Syntaxes.DataRate.Where("more than 0 B/s", rate => rate.BytesPerSecond > 0), "What all readers together can read; shared fairly.");
        bool immutable = fields.Optional("immutable", Syntaxes.Switch, "true", "object lock is what makes a backup survive its owner (Atlassian's were immutable)",
            "Whether no account and no operator can delete a stored point before its retention ends; what destroys the place destroys it all the same.");
        Store store = new(zone.Length > 0 ? place[0] : region, read, immutable) { Zone = zone.Length > 0 ? new Zone(place[0], string.Join('.', place[1..])) : null };
        return ReadRest(fields, store);
    }

    private static Store ReadRest(Fields fields, Store store)
    {
        StoreKind kind = fields.Optional("kind", Syntaxes.Choice("a kind of store", ("object", StoreKind.ObjectStore), ("block", StoreKind.Volumes), ("tape", StoreKind.Tape)),
            "object", "what cloud backups are kept in", "object, block or tape.");
        bool archived = fields.Optional("class", Syntaxes.Choice("a storage class", ("standard", false), ("archive", true)), "standard", "at hand unless it says otherwise", "standard, or archive, which must be retrieved before it is read.");
        Delay retrieval = fields.Optional("retrieval", Syntaxes.Delay, "uniform(3h 5h)", "the standard retrieval of an archive tier, 3 to 5 h (S3 Glacier Flexible Retrieval)", "Time until archived data can be read.");
        Delay firstByte = fields.Optional("first byte", Syntaxes.Delay, "0s", "100 to 200 ms on S3 (S3 User Guide) are nothing beside a restore", "Time until the first byte of a read.");
        Delay ship = fields.Optional("ship", Syntaxes.Delay, "0s", "tapes are read where they lie unless they have to be brought", "Time to bring tapes to where they are read.");
        DataRate write = fields.Optional("write", Syntaxes.DataRate.Where("more than 0 B/s", rate => rate.BytesPerSecond > 0).Or("unlimited", default), "unlimited",
            "an object store has no stated limit of bytes: at least 3,500 writes a second for each prefix (S3 User Guide, performance design patterns)", "What everything that is written to it can write in all; shared fairly.");
        Replica? replica = fields.OptionalBlock("replicates to", Replica.Shape, "A second copy of everything in it, in another store.");
        fields.Check(replica is null || replica.Store != fields.Name || fields.Name.Length == 0, "replicates to", "copy in another store", () => "a store cannot be its own second copy: name another one");
        Blocks.Volumes? volumes = fields.OptionalBlock("volumes", Blocks.Volumes.Shape, "Of a block store: its many volumes, each kept on several nodes, which a fault may hit a share of.");
        fields.Check(volumes is null || kind == StoreKind.Volumes, "volumes", "volumes of a block store", () => "only a store with kind: block has volumes");
        return store with
        {
            Kind = kind,
            Volumes = volumes,
            Retrieval = archived ? retrieval : Delay.None,
            FirstByte = firstByte,
            Ship = ship,
            Replica = replica,
            Account = fields.Optional("account", Syntaxes.Name.OrNone(), "none", "an account of its own, so that no deletion of another account reaches it", "The account that owns it."),
            PerStream = fields.Optional("per stream", Syntaxes.DataRate.Where("more than 0 B/s", rate => rate.BytesPerSecond > 0), "85 MB/s", "S3: 85 to 90 MB/s for one connection (S3 User Guide, performance design patterns)", "What one stream of requests reads."),
            Streams = fields.Optional("streams", Syntaxes.Count.Where("1 to 10000", n => n is >= 1 and <= 10_000), "16", "about 15 connections fill 10 Gbit/s (S3 User Guide)", "How many streams one reader opens."),
            Write = write.BytesPerSecond > 0 ? write : null,
            RotsPerYear = fields.Optional("rots", Rot.Syntax, "0%/y", "eleven nines of durability (S3) are nothing on this scale", "The share of stored points, or of their fragments, that go bad at rest, silently, per time."),
            Coding = fields.Optional("erasure coding", ErasureCoding.Syntax, "none", "a point is one object unless it is said how it is cut", "How many fragments of a point suffice to read it, of how many there are: 10 of 14, or 1 of 2 for a mirror."),
            Checksums = fields.Optional("checksums", Syntaxes.Switch, "false", "a bad copy is told by restoring it unless somebody compares checksums", "Whether reading finds a bad point at once, and not only when its copy is complete."),
            Erase = fields.Optional("erase", Syntaxes.Choice<Erasure?>("a way to erase", ("after retention", Erasure.AfterRetention), ("key destruction", Erasure.KeyDestruction)).Or("none", null),
                "none", "no duty to erase is looked at unless it is said", "How data that must be erased by law leaves it: by the end of its retention, or by destroying its key."),
        };
    }
}
