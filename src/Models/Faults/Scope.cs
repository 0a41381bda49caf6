namespace Simulator.Models.Faults;

/// <summary>What kind of thing a fault hits.</summary>
public enum Scope
{
    /// <summary>Zones, or places in them, with everything in them.</summary>
    Zones,

    /// <summary>A link between two places.</summary>
    Link,

    /// <summary>A store.</summary>
    Store,

    /// <summary>A share of the nodes of a block store.</summary>
    Nodes,

    /// <summary>An account, with every store, database and dependency that belongs to it.</summary>
    Account,

    /// <summary>Something that databases or queues cannot do without.</summary>
    Dependency,

    /// <summary>Whole databases: all their copies at once.</summary>
    Databases,

    /// <summary>Groups of databases that share their fate.</summary>
    Cells,

    /// <summary>Tenants, by what they ask of the databases that they live in.</summary>
    Tenants,

    /// <summary>Single copies of databases.</summary>
    Copies,
}

/// <summary>Scopes in words.</summary>
internal static class Scopes
{
    /// <summary>As in a message: "a link".</summary>
    internal static string Words(this Scope scope) => scope switch
    {
        Scope.Zones => "zones",
        Scope.Link => "a link",
        Scope.Store => "a store",
        Scope.Nodes => "nodes of a block store",
        Scope.Account => "an account",
        Scope.Dependency => "a dependency",
        Scope.Databases => "whole databases",
        Scope.Cells => "cells of databases",
        Scope.Tenants => "tenants",
        _ => "copies of databases",
    };

    /// <summary>As in a message: "a link or a store".</summary>
    internal static string AnyOf(IReadOnlyList<Scope> scopes)
    {
        string[] words = [.. scopes.Select(scope => scope.Words())];
        return words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} or {words[^1]}";
    }
}
