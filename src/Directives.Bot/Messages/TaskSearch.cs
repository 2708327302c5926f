using Directives.Bot.Rendering;
using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Messages;

/// <summary>
/// The message extension: whoever writes to others in Teams finds a task and puts it into the message. What is found is what the writer may see; what is put in
/// is for everybody there, and so says nothing of other units and can do nothing.
/// </summary>
public sealed class TaskSearch(Senders senders, SearchTasks search, TimeProvider time, ILogger<TaskSearch> logger)
{
    /// <summary>What the manifest calls the field.</summary>
    private const string Words = "words";

    public async Task<MessagingExtensionResponse> AnswerAsync(ITurnContext turn, MessagingExtensionQuery? query, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        try
        {
            var sender = await senders.FindLinkedAsync(activity, cancellationToken);
            if (sender.Known is not { } known)
            {
                return SearchRenderer.Say(ToActivity.ToNobody(activity, sender.Refusal is AccountRefusal.OtherTenant ? "who.tenant" : sender.Refusal is AccountRefusal.Changed ? "who.changed" : "search.who").Text);
            }

            var words = (query?.Parameters?.FirstOrDefault(parameter => parameter.Name == Words)?.Value as string)?.Trim() ?? "";
            var (skip, count) = (Math.Max(0, query?.QueryOptions?.Skip ?? 0), Math.Clamp(query?.QueryOptions?.Count ?? SearchTasks.Most, 1, SearchTasks.Most));
            var found = await search.HandleAsync(known.Person, words, skip, count, cancellationToken);
            return found.Count == 0 && skip == 0
                ? SearchRenderer.Say(words.Length > 0 ? known.Words.Say("list.noMatch", ("words", ShortTitle.Of(words))) : known.Words.Say("search.none"))
                : SearchRenderer.Results(found, time.Now(), known.Words);
        }
        catch (StoreUnavailableException unavailable)
        {
            logger.StoreUnavailable(activity.ChannelId, unavailable);
            return SearchRenderer.Say(ToActivity.ToNobody(activity, "error.store").Text);
        }
    }
}
