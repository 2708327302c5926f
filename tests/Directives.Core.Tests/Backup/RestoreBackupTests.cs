using System.Text;

namespace Directives.Core.Tests.Backup;

public sealed class RestoreBackupTests
{
    /// <summary>Bytes of gzip before the compressed content, and a little more than those after it.</summary>
    private const int GzipFrame = 10;

    private const string Vietnamese = "Trường \"Hoạ Mi\" – 17 giờ \ud83d\udcce \u2028 \ufeff\r\n\t\\ e\u0302\u0301 <b>&amp;";

    [Fact]
    public async Task Backup_of_the_same_content_is_the_same_file_whatever_its_order_and_etags()
    {
        var rows = Rows(300);
        var (one, other) = (new InMemoryStore(), new InMemoryStore());
        await WriteAsync(one, rows);
        await WriteAsync(other, rows);
        await WriteAsync(other, [.. rows.Reverse()]);

        Assert.Equal(await BackupFiles.MakeAsync(one), await BackupFiles.MakeAsync(other));
    }

    [Fact]
    public async Task Backup_leaves_out_what_the_store_says_of_itself()
    {
        var store = new InMemoryStore();
        await StoreSchema.Current.OpenAsync(store, default);

        Assert.Equal(await BackupFiles.MakeAsync(new InMemoryStore()), await BackupFiles.MakeAsync(store));
    }

    [Fact]
    public async Task Backup_restored_into_an_empty_store_gives_the_same_backup()
    {
        var store = new InMemoryStore();
        await WriteAsync(store, Rows(2_500));
        await WriteAsync(store, [(StoreTable.Talk, "p", "k", Vietnamese), (StoreTable.Talk, "p", "large", new string('\u1ebf', StoreLimits.RowBytes / 2))]);
        var backup = await BackupFiles.MakeAsync(store);

        var restored = new InMemoryStore();
        var summary = await BackupFiles.RestoreAsync(backup, restored);

        Assert.Equal(2_502, summary.Total);
        Assert.Equal(backup, await BackupFiles.MakeAsync(restored));
        Assert.Equal(Vietnamese, (await restored.GetAsync(StoreTable.Talk, "p", "k", default))!.Value);
    }

    [Fact]
    public async Task Every_table_but_the_stores_own_and_what_was_not_understood_is_in_a_backup()
    {
        var store = new InMemoryStore();
        foreach (var table in Enum.GetValues<StoreTable>()) await WriteAsync(store, [(table, "p", "k", "v")]);

        var lines = BackupFiles.Lines(await BackupFiles.MakeAsync(store));

        Assert.Equal(Enum.GetValues<StoreTable>().Length - 2 + 2, lines.Length);
        Assert.DoesNotContain(lines[1..^1], line => line.StartsWith("[\"About\"", StringComparison.Ordinal) || line.StartsWith("[\"Unread\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restore_over_something_is_refused_and_done_when_told_to_replace()
    {
        var (store, target) = (new InMemoryStore(), new InMemoryStore());
        await WriteAsync(store, Rows(150));
        await WriteAsync(target, Rows(80, "khác"));
        await WriteAsync(target, [(StoreTable.Work, "gone", "k", "v"), (StoreTable.Seen, "zzz", "k", "v"), (StoreTable.Roster, "a", "k", "v")]);
        var (backup, before) = (await BackupFiles.MakeAsync(store), await BackupFiles.MakeAsync(target));

        await Assert.ThrowsAsync<StoreNotEmptyException>(() => BackupFiles.RestoreAsync(backup, target));
        Assert.Equal(before, await BackupFiles.MakeAsync(target));

        await BackupFiles.RestoreAsync(backup, target, replace: true);
        Assert.Equal(backup, await BackupFiles.MakeAsync(target));
    }

    [Fact]
    public async Task Restore_of_what_is_there_already_writes_no_row()
    {
        var store = new InMemoryStore();
        await WriteAsync(store, Rows(150));
        var counted = new FaultyStore(store);

        await BackupFiles.RestoreAsync(await BackupFiles.MakeAsync(store), counted, replace: true);

        Assert.Equal(2, counted.Commits); // That it began, and that it ended.
    }

    [Fact]
    public async Task Restore_broken_off_anywhere_is_refused_at_opening_and_can_be_done_again()
    {
        var store = new InMemoryStore();
        await WriteAsync(store, Rows(700));
        var backup = await BackupFiles.MakeAsync(store);
        var target = new InMemoryStore();
        await WriteAsync(target, Rows(40, "cũ"));
        var ended = false;
        for (var last = 1; !ended; last++)
        {
            var killed = new FaultyStore(target);
            killed.BeforeCommit = () => killed.Commits > last ? throw new InvalidOperationException("killed") : Task.CompletedTask;
            try
            {
                await BackupFiles.RestoreAsync(backup, killed, replace: last == 1);
                ended = true;
            }
            catch (InvalidOperationException)
            {
                await Assert.ThrowsAsync<InvalidDataException>(() => StoreSchema.Current.OpenAsync(target, default));
            }
        }

        await StoreSchema.Current.OpenAsync(target, default);
        Assert.Equal(backup, await BackupFiles.MakeAsync(target));
    }

    [Fact]
    public async Task Backup_cut_off_anywhere_is_refused_before_anything_is_written()
    {
        var backup = await SmallBackupAsync();
        for (var length = 0; length < backup.Length - GzipFrame; length++) await AssertRefusedAsync(backup[..length]);
    }

    [Fact]
    public async Task Backup_with_any_byte_altered_is_refused_before_anything_is_written()
    {
        var backup = await SmallBackupAsync();
        for (var i = GzipFrame; i < backup.Length - GzipFrame; i++) await AssertRefusedAsync(Altered(backup, i));
    }

    // Gzip's own first and last bytes say nothing of the content, which has a checksum of its own.
    [Fact]
    public async Task Backup_with_its_frame_altered_is_refused_or_restored_whole()
    {
        var backup = await SmallBackupAsync();
        for (var i = 0; i < GzipFrame; i++)
        {
            await AssertRefusedOrWholeAsync(Altered(backup, i), backup);
            await AssertRefusedOrWholeAsync(Altered(backup, backup.Length - 1 - i), backup);
            await AssertRefusedOrWholeAsync(backup[..^(i + 1)], backup);
        }
    }

    [Theory]
    [InlineData("no backup", "{\"format\":\"other\",\"version\":1,\"schema\":1,\"row\":[]}")]
    [InlineData("no backup", "xin chào")]
    [InlineData("format version 2", "{\"format\":\"directives-backup\",\"version\":2,\"schema\":1,\"row\":[]}")]
    [InlineData("schema version 9", "{\"format\":\"directives-backup\",\"version\":1,\"schema\":9,\"row\":[]}")]
    [InlineData("not known: Later", BackupFiles.Head, "[\"Later\",\"p\",\"k\",\"v\"]")]
    [InlineData("not known: About", BackupFiles.Head, "[\"About\",\"p\",\"k\",\"v\"]")]
    [InlineData("out of order", BackupFiles.Head, "[\"Work\",\"p\",\"k\",\"v\"]", "[\"Work\",\"p\",\"k\",\"v\"]")]
    [InlineData("out of order", BackupFiles.Head, "[\"Work\",\"p\",\"k\",\"v\"]", "[\"Roster\",\"p\",\"k\",\"v\"]")]
    [InlineData("no row", BackupFiles.Head, "[\"Work\",\"p\",\"k\"]")]
    [InlineData("no row", BackupFiles.Head, "[\"Work\",\"p\",\"k\",1]")]
    [InlineData("no row", BackupFiles.Head, "[\"Work\",\"p\",\"k\",\"v\",\"w\"]")]
    [InlineData("no row", BackupFiles.Head, "[\"Work\",\"p\",\"k\",\"\\ud800\"]")]
    [InlineData("over the limits", BackupFiles.Head, "[\"Work\",\"\",\"k\",\"v\"]")]
    public async Task Backup_that_is_none_or_newer_or_wrong_is_refused_with_the_reason(string reason, params string[] lines)
    {
        var refusal = await AssertRefusedAsync(BackupFiles.Of(lines));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_no_backup_is_refused()
    {
        Assert.Contains("no backup", (await AssertRefusedAsync(Encoding.UTF8.GetBytes("không phải"))).Message, StringComparison.Ordinal);
        Assert.Contains("no backup", (await AssertRefusedAsync([])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_with_something_after_its_end_is_refused()
    {
        var twice = BackupFiles.Of(BackupFiles.Head).Concat(BackupFiles.Compressed("{}\n")).ToArray();
        await AssertRefusedAsync(twice);
    }

    [Fact]
    public async Task Backup_whose_counts_are_others_is_refused()
    {
        var lines = BackupFiles.Lines(BackupFiles.Of(BackupFiles.Head, "[\"Work\",\"p\",\"k\",\"v\"]"));
        lines[^1] = lines[^1].Replace("\"Work\":1", "\"Work\":2", StringComparison.Ordinal);
        await AssertRefusedAsync(BackupFiles.Compressed(string.Join('\n', lines) + "\n"));
    }

    [Fact]
    public async Task Backup_of_an_older_schema_is_migrated_after_it_is_restored()
    {
        var upper = new StoreSchema(2, [new Migration(1, UpperAsync)]);
        var target = new InMemoryStore();

        await BackupFiles.RestoreAsync(BackupFiles.Of(BackupFiles.Head, "[\"Work\",\"p\",\"k\",\"v\"]"), target, schema: upper);

        Assert.Equal("V", (await target.GetAsync(StoreTable.Work, "p", "k", default))!.Value);
        await upper.OpenAsync(target, default);
        await Assert.ThrowsAsync<InvalidDataException>(() => new StoreSchema(1, []).OpenAsync(target, default));
    }

    private static Task UpperAsync(IPartitionedStore store, CancellationToken cancellationToken) =>
        store.CommitAsync(StoreTable.Work, "p", [new RowChange.Upsert("k", "V")], cancellationToken);

    private static async Task<byte[]> SmallBackupAsync()
    {
        var store = new InMemoryStore();
        await WriteAsync(store, Rows(9));
        return await BackupFiles.MakeAsync(store);
    }

    private static async Task<UnusableBackupException> AssertRefusedAsync(byte[] file)
    {
        var target = new FaultyStore(new InMemoryStore());
        var refusal = await Assert.ThrowsAsync<UnusableBackupException>(() => BackupFiles.RestoreAsync(file, target));
        Assert.Equal(0, target.Commits);
        return refusal;
    }

    private static byte[] Altered(byte[] backup, int position)
    {
        var altered = backup.ToArray();
        altered[position] ^= 0x10;
        return altered;
    }

    private static async Task AssertRefusedOrWholeAsync(byte[] altered, byte[] backup)
    {
        var target = new InMemoryStore();
        try
        {
            await BackupFiles.RestoreAsync(altered, target);
            Assert.Equal(backup, await BackupFiles.MakeAsync(target));
        }
        catch (UnusableBackupException)
        {
        }
    }

    private static (StoreTable Table, string Partition, string Key, string Value)[] Rows(int count, string value = "giá trị") =>
    [
        .. Enumerable.Range(0, count).Select(i =>
            ((StoreTable)(i % 8), "p" + (i / 250), "k|" + i.ToString("d6", null), $$"""{"n":{{i}},"text":"{{value}}"}""")),
    ];

    private static async Task WriteAsync(InMemoryStore store, (StoreTable Table, string Partition, string Key, string Value)[] rows)
    {
        foreach (var (table, partition, key, value) in rows) await store.CommitAsync(table, partition, [new RowChange.Upsert(key, value)], default);
    }
}
