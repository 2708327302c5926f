using Directives.Bot.Messages;
using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Files;

/// <summary>
/// The files of a message: those within it, as the page sends them, and those that Teams only names, which are fetched: files by an address that is good
/// for minutes and needs no token, pictures within the text from the channel service with the bot's own.
/// </summary>
public sealed class IncomingFiles(FileHosts hosts, FileTransfer transfer, TimeProvider time, ILogger<IncomingFiles> logger)
{
    public const int MaxFiles = 10;

    /// <summary>Bytes of all files of one message: they are in memory together.</summary>
    private const int MaxBytes = 40 * 1024 * 1024;

    /// <summary>Of all files of a message together. Teams waits 15 seconds for the whole turn, of which another 6 may have gone to who the sender is.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    private const string Picture = "image/";

    private sealed record SentFile(string? Name, string Address, bool IsPicture);

    /// <returns>The files; or none of them, and what to say of the one that cannot be had.</returns>
    public async Task<(IReadOnlyList<IncomingFile> Files, Phrase? Refusal)> ReadAsync(ITurnContext turn, Wording words, CancellationToken cancellationToken)
    {
        SentFile[] sent = turn.Activity.Attachments is { Count: > 0 } all ? [.. all.Select(attachment => Sent(turn.Activity, attachment)).OfType<SentFile>()] : [];
        if (sent.Length == 0) return ([], null);
        if (sent.Length > MaxFiles) return ([], new Phrase("fetch.tooMany", ("n", MaxFiles)));
        using var tooLong = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        var files = new List<IncomingFile>();
        foreach (var file in sent)
        {
            try
            {
                var left = MaxBytes - files.Sum(other => other.Content.Length);
                var content = ToDomain.IsWithin(file.Address) ? ToDomain.Bytes(file.Address) : await FetchAsync(turn, file, Math.Min(left, Evidence.MaxBytes), either.Token);
                if (content.Length > left) throw new UnreadableFileException(FileTransferException.TooLarge);
                files.Add(new IncomingFile(file.Name ?? PictureName(content, files.Count, words), content));
            }
            catch (UnreadableFileException unreadable)
            {
                return ([], Refusal(file, unreadable.Reason, words));
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                logger.FileNotFetched(turn.Activity.ChannelId, FileTransferException.Unreachable, null);
                return ([], Refusal(file, FileTransferException.Unreachable, words));
            }
        }

        return (files, null);
    }

    /// <summary>Whether the message names a file in a way that is not known here.</summary>
    public static bool HasUnknown(Activity activity) => activity.Attachments?.Any(attachment => attachment.ContentUrl is not null && Sent(activity, attachment) is null) == true;

    /// <summary>Null for what is no file, such as the text of the message as HTML, or a card.</summary>
    private static SentFile? Sent(Activity activity, Attachment attachment)
    {
        if (attachment.ContentUrl is { } within && ToDomain.IsWithin(within)) return attachment.Name is null ? null : new SentFile(attachment.Name, within, false);
        if (activity.ChannelId != Channels.Msteams) return null;
        if (attachment.ContentType == FileDownloadInfo.ContentType)
        {
            // The attachment's own address is the file's in the browser, for people.
            var info = Info(attachment.Content);
            return new SentFile(attachment.Name ?? "." + info?.FileType, info?.DownloadUrl ?? "", false);
        }

        return attachment is { ContentUrl: { } address } && attachment.ContentType?.StartsWith(Picture, StringComparison.Ordinal) == true
            ? new SentFile(attachment.Name, address, true)
            : null;
    }

    private static FileDownloadInfo? Info(object? content)
    {
        try
        {
            return (content as JObject)?.ToObject<FileDownloadInfo>();
        }
        catch (Exception damaged) when (damaged is JsonException or ArgumentException or FormatException or InvalidCastException)
        {
            return null;
        }
    }

    private async Task<byte[]> FetchAsync(ITurnContext turn, SentFile file, int most, CancellationToken cancellationToken)
    {
        try
        {
            if (!Uri.TryCreate(file.Address, UriKind.Absolute, out var address)) throw new FileTransferException(FileTransferException.Unreachable);
            var credentials = file.IsPicture && hosts.IsOfService(address, turn.Activity.ServiceUrl) ? turn.TurnState.Get<IConnectorClient>()?.Credentials : null;
            return await transfer.DownloadAsync(address, credentials, most, cancellationToken);
        }
        catch (FileTransferException failed)
        {
            logger.FileNotFetched(turn.Activity.ChannelId, failed.Reason, failed.InnerException);
            throw new UnreadableFileException(failed.Reason, failed);
        }
    }

    // A picture within a text has no name. One that says when it came is told apart from others in the list of a task's evidence.
    private string PictureName(byte[] content, int before, Wording words)
    {
        var now = time.Now();
        var number = before == 0 ? "" : $" ({before + 1})";
        var kind = FileContent.KindOf(content) is { } known ? "." + known.ToString().ToLowerInvariant() : "";
        return $"{words["fetch.picture"]} {now:dd-MM-yyyy HH.mm}{number}{kind}";
    }

    private static Phrase Refusal(SentFile file, string reason, Wording words) =>
        new("error.file", ("name", file.Name is { } name ? FileName.Shown(name) : words["fetch.picture"]), ("reason", (Phrase)reason));
}
