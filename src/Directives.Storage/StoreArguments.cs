using Directives.Core;

namespace Directives.Storage;

/// <summary>
/// What no store may be asked, checked in one place before anything is sent: the emulator of Azure Tables accepts much that the service
/// refuses, and SQLite accepts nearly everything, so neither would tell.
/// </summary>
internal static class StoreArguments
{
    public static void CheckKey(string key, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(key, parameter);
        CheckLength(key, parameter);
        foreach (var c in key)
        {
            if (!IsAllowedInKey(c)) throw new ArgumentException($"A key may not contain U+{(int)c:X4}: escape it with KeyText.", parameter);
        }
    }

    /// <summary>Bounds are compared and never stored, so all that matters is that every store orders them alike.</summary>
    public static void CheckRange(string from, string? to)
    {
        ArgumentNullException.ThrowIfNull(from);
        CheckBound(from, nameof(from));
        if (to is not null) CheckBound(to, nameof(to));
    }

    /// <summary>The changes as they were when they were checked, so that a caller's later change to its list cannot slip through.</summary>
    public static IReadOnlyList<RowChange> CheckChanges(IReadOnlyList<RowChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        RowChange[] taken = [.. changes];
        if (taken.Length is 0 or > StoreLimits.RowsPerTransaction)
        {
            throw new ArgumentException($"A transaction has 1 to {StoreLimits.RowsPerTransaction} rows, not {taken.Length}.", nameof(changes));
        }

        var keys = new HashSet<string>(taken.Length, StringComparer.Ordinal);
        long bytes = 0;
        foreach (var change in taken)
        {
            ArgumentNullException.ThrowIfNull(change, nameof(changes));
            CheckKey(change.Key, nameof(changes));
            if (!keys.Add(change.Key)) throw new ArgumentException($"A transaction names each row once: {change.Key}", nameof(changes));
            bytes += CheckChange(change);
        }

        if (bytes > StoreLimits.TransactionBytes)
        {
            throw new ArgumentException($"A transaction has at most {StoreLimits.TransactionBytes} bytes of values, not {bytes}.", nameof(changes));
        }

        return taken;
    }

    private static long CheckChange(RowChange change)
    {
        switch (change)
        {
            case RowChange.Insert insert:
                return CheckValue(insert.Key, insert.Value);
            case RowChange.Upsert upsert:
                return CheckValue(upsert.Key, upsert.Value);
            case RowChange.Replace replace:
                CheckETag(replace.ETag ?? "");
                return CheckValue(replace.Key, replace.Value);
            case RowChange.Delete delete:
                if (delete.ETag is not null) CheckETag(delete.ETag);
                return 0;
            default:
                throw new ArgumentException($"Unknown change: {change.GetType().Name}");
        }
    }

    private static long CheckValue(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var bytes = (long)value.Length * sizeof(char);
        if (bytes > StoreLimits.RowBytes) throw new ArgumentException($"A row has at most {StoreLimits.RowBytes} bytes, not {bytes}: {key}");
        if (!IsStorableText(value)) throw new ArgumentException($"A value may hold neither a lone surrogate nor U+0000: {key}");
        return bytes;
    }

    // "*" would mean "whatever is there" to Azure Tables and so undo the very check that a caller asked for.
    private static void CheckETag(string etag)
    {
        if (etag is "" or "*") throw new ArgumentException("An ETag is one that the store gave.");
    }

    private static void CheckBound(string bound, string parameter)
    {
        CheckLength(bound, parameter);
        if (bound.Any(c => char.IsSurrogate(c) || c == '\0')) throw new ArgumentException("A bound holds no surrogates and no U+0000.", parameter);
    }

    private static void CheckLength(string key, string parameter)
    {
        if (key.Length > StoreLimits.KeyCharacters)
        {
            throw new ArgumentException($"A key has at most {StoreLimits.KeyCharacters} characters, not {key.Length}.", parameter);
        }
    }

    // What Azure Tables refuses, and surrogates: without them the order of UTF-8 bytes (SQLite) is that of UTF-16 units (the port).
    private static bool IsAllowedInKey(char c) => c is not ('/' or '\\' or '#' or '?') && !char.IsControl(c) && !char.IsSurrogate(c);

    // UTF-8 has no form for a lone surrogate, and text is cut at U+0000 on its way through SQLite's C API.
    private static bool IsStorableText(string value)
    {
        var rest = value.AsSpan();
        if (rest.Contains('\0')) return false;
        for (var i = rest.IndexOfAnyInRange('\ud800', '\udfff'); i >= 0; i = rest.IndexOfAnyInRange('\ud800', '\udfff'))
        {
            if (i + 1 >= rest.Length || !char.IsSurrogatePair(rest[i], rest[i + 1])) return false;
            rest = rest[(i + 2)..];
        }

        return true;
    }
}
