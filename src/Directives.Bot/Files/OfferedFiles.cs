using Directives.Bot.Messages;
using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Files;

/// <summary>
/// Files for people on Teams: a bot may not send one, but asks whether it may put one into the person's OneDrive. Only in the personal chat.
/// </summary>
public sealed class OfferedFiles(OfferFile offers, SeenTable seen, FileTransfer transfer, TimeProvider time, ILogger<OfferedFiles> logger)
{
    private const string OfferMember = "offer";

    /// <summary>Teams waits 15 seconds for the whole turn, of which another 6 may have gone to who the sender is.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    /// <summary>A reply as the channel shows it, for the person's own chat: Teams knows the question in no other.</summary>
    public async Task<Activity> MessageAsync(Activity activity, Reply reply, KnownSender sender, CancellationToken cancellationToken)
    {
        if (reply is not FileReply file || activity.ChannelId != Channels.Msteams) return ToActivity.Message(reply, sender.Words, ToActivity.Viewers(activity));
        try
        {
            return await OfferAsync(file, sender, cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            logger.StoreUnavailable(activity.ChannelId, unavailable);
            return ToActivity.Message(new SayReply("error.store"), sender.Words);
        }
    }

    // Whether the person wants the file, which is held meanwhile.
    private async Task<Activity> OfferAsync(FileReply file, KnownSender sender, CancellationToken cancellationToken)
    {
        var offer = await offers.HandleAsync(sender.Person.Id, PlainName(file.Name), file.Content, cancellationToken);
        var context = new JObject { [OfferMember] = offer.Id };
        var description = $"{sender.Words.Say(file.Line)} {sender.Words.Say("offer.asOf", ("time", offer.At), ("date", VietnamTime.Day(offer.At)))}";
        var message = (Activity)MessageFactory.Attachment(new Attachment(
            FileConsentCard.ContentType, content: new FileConsentCard(description, offer.Size, context, context), name: offer.Name));
        message.Summary = sender.Words.Say(file.Line);
        return message;
    }

    /// <summary>The person's answer to that question. What is said of it is sent as messages: the invoke itself has no other answer than that it arrived.</summary>
    public async Task AnswerAsync(ITurnContext turn, FileConsentCardResponse response, KnownSender sender, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        var (messageId, now) = (string.Join(' ', activity.Conversation?.Id, activity.Id), time.Now());
        if (await seen.BeginAsync(activity.ChannelId, messageId, now, cancellationToken) == Delivery.Answered) return;
        var id = response.Context is JObject context && context[OfferMember] is JValue { Value: string text } ? text : "";
        var isAccepted = response.Action == "accept";
        var offered = isAccepted ? await offers.TakeAsync(sender.Person.Id, id, cancellationToken) : await offers.DeclineAsync(sender.Person.Id, id, cancellationToken);
        var saved = offered.Answer switch
        {
            OfferAnswer.Ready => await SaveAsync(response.UploadInfo, offered, sender, cancellationToken),
            OfferAnswer.Taken => offered.Offer!.Saved,
            _ => null,
        };
        if (offered.Answer != OfferAnswer.Underway)
        {
            await turn.SendActivityAsync(Message(offered, saved, isAccepted, sender.Words), cancellationToken);
            // A question that is answered. One that could not be carried out may be answered again.
            if (offered.Answer != OfferAnswer.Ready || saved is not null) await RemoveQuestionAsync(turn, cancellationToken);
        }

        await seen.EndAsync(activity.ChannelId, messageId, now, cancellationToken);
    }

    /// <returns>Null where the file is not there, or nobody knows that it is.</returns>
    private async Task<SavedFile?> SaveAsync(FileUploadInfo? place, OfferedFile file, KnownSender sender, CancellationToken cancellationToken)
    {
        using var tooLong = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        try
        {
            if (!Uri.TryCreate(place?.UploadUrl, UriKind.Absolute, out var address)) throw new FileTransferException(FileTransferException.Elsewhere);
            await transfer.UploadAsync(address, file.Content, either.Token);
        }
        catch (Exception failed) when (failed is FileTransferException || (failed is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            logger.FileNotSaved(failed is FileTransferException { Reason: var reason } ? reason : FileTransferException.Unreachable, failed.InnerException);
            await offers.ReleaseAsync(sender.Person.Id, file.Offer!, cancellationToken);
            return null;
        }

        var saved = new SavedFile(place!.Name ?? file.Offer!.Name, place.ContentUrl ?? "", place.UniqueId ?? "", place.FileType ?? "");
        try
        {
            await offers.FinishAsync(sender.Person.Id, file.Offer!, saved, cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            // The person has the file all the same, and is told so.
            logger.StoreUnavailable(Channels.Msteams, unavailable);
        }

        return saved;
    }

    private static Activity Message(OfferedFile offered, SavedFile? saved, bool isAccepted, Wording words)
    {
        if (saved is null)
        {
            var key = offered.Answer switch { OfferAnswer.Ready => "offer.failed", OfferAnswer.Declined when !isAccepted => "offer.declined", _ => "offer.gone" };
            return MessageFactory.Text(words.Say(key, ("name", offered.Offer?.Name ?? "")));
        }

        var line = words.Say(isAccepted ? "offer.saved" : "offer.kept", ("name", saved.Name));
        return (Activity)MessageFactory.Attachment(
            new Attachment(FileInfoCard.ContentType, saved.Address, new FileInfoCard(saved.UniqueId, saved.Kind), saved.Name), line);
    }

    private async Task RemoveQuestionAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(turn.Activity.ReplyToId)) return;
        try
        {
            await turn.DeleteActivityAsync(turn.Activity.ReplyToId, cancellationToken);
        }
        catch (Exception failed) when (failed is ErrorResponseException or HttpRequestException)
        {
            // It stays, and whoever answers it again is answered again.
            logger.QuestionNotRemoved(failed);
        }
    }

    // What OneDrive takes in no name.
    private static string PlainName(string name) => string.Concat(name.Select(c => "\"*:<>?/\\|".Contains(c, StringComparison.Ordinal) ? '-' : c)).Trim(' ', '.');
}
