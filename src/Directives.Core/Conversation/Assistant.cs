using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>
/// One turn: a message in, replies out. What a message does is saved before anything is answered, and a message that is delivered again
/// is answered once.
/// </summary>
public sealed class Assistant(
    MessageReader reader, SummaryQuestion questions, Routes routes, ReviewDraft reviewDraft, DeclareEffect declareEffect, SendTasks sendTasks, GiveCalendar giveCalendar,
    AttachEvidence attachEvidence, KeepUnread keepUnread, RosterTable rosters, TalkTable talks, SeenTable seen, TimeProvider time)
{
    /// <summary>A longer message is not read: nobody types that much to a bot, and nothing is to be guessed from it.</summary>
    public const int MaxCharacters = 4_000;

    /// <summary>More messages of one person are hardly on the way at once.</summary>
    private const int HandledKept = 5;

    /// <summary>From this confidence on a reading is plain; see <see cref="Frame"/>.</summary>
    private const double Plain = 0.9;

    /// <summary>What a plain reading comes to where the task is merely implied.</summary>
    private const double Implied = 0.75;

    /// <returns>The replies in order; none for a message that has been answered already.</returns>
    /// <exception cref="StoreUnavailableException">The store did not answer; the sender is to be told that nothing was recorded.</exception>
    public async Task<IReadOnlyList<Reply>> HandleAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var now = time.Now();
        if (message.IsRefresh) return await RefreshAsync(message, now, cancellationToken);
        var delivery = await seen.BeginAsync(message.Channel, message.MessageId, now, cancellationToken);
        if (delivery == Delivery.Answered) return [];
        var turn = Begin(
            message,
            await rosters.LoadAsync(cancellationToken),
            await talks.LoadAsync(message.Sender.Id, cancellationToken),
            now,
            delivery);
        if (turn.IsRepeat && IsDone(turn))
        {
            await seen.EndAsync(message.Channel, message.MessageId, now, cancellationToken);
            return [new SayReply("repeat.done")];
        }

        var replies = new List<Reply>();
        if (message.Files.Count > 0 && message.Sender.Role == Role.Principal)
        {
            replies.AddRange(await ReceiveAsync(turn, cancellationToken));
        }
        else
        {
            foreach (var file in message.Files) replies.Add(await reviewDraft.ReadAsync(turn, file, cancellationToken));
            if (message.Pressed is not null || message.Text.Trim().Length > 0) replies.Add(await AnswerAsync(turn, cancellationToken));
        }

        // Said before the answer: what is answered last may be a question.
        if (turn.LeavesSomething) replies.Insert(replies.Count - 1, new SayReply("also.left"));

        try
        {
            if (replies.Count > 0 && !turn.IsForgotten)
            {
                var askedAbout = turn.KeepsQuestion ? turn.Talk.AskedAbout : keepUnread.OfQuestion(turn, replies[^1]);
                await talks.SaveAsync(turn.Sender.Id, Remember(turn, replies[^1], askedAbout), cancellationToken);
            }

            await seen.EndAsync(message.Channel, message.MessageId, now, cancellationToken);
        }
        catch (StoreUnavailableException) when (turn.HasChanged)
        {
            // What the message did is recorded, and saying that it is not would be wrong. Delivered again it meets its own operation.
        }

        keepUnread.Note(turn);
        return replies;
    }

    /// <summary>A card as it stands now. What was said last stays what it is: nobody has said anything.</summary>
    private async Task<IReadOnlyList<Reply>> RefreshAsync(IncomingMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (message.Pressed is not { IsRefreshable: true } command) return [];
        var turn = new Turn(message, await rosters.LoadAsync(cancellationToken), await talks.LoadAsync(message.Sender.Id, cancellationToken), now);
        return [await routes.For(command).HandleAsync(turn, command, cancellationToken)];
    }

    /// <summary>A message is a repetition by its id or by its words; then it goes under the operation that it had first.</summary>
    private static Turn Begin(IncomingMessage message, Roster roster, TalkState talk, DateTimeOffset now, Delivery delivery)
    {
        var turn = new Turn(message, roster, talk, now) { IsRepeat = delivery == Delivery.Repeated };
        // Two pictures may come with the same words; a file is known again by its content.
        return !turn.IsRepeat && message is { Pressed: null, Files.Count: 0 } && talk.Changed is { } last && last.IsRepeatedBy(Typed(message), now)
            ? new Turn(message, roster, talk, now) { IsRepeat = true, Operation = last.Operation }
            : turn;
    }

    /// <summary>
    /// Whether the repeated message was finished but for its mark in <see cref="SeenTable"/>, or is an answer to a question that is no longer
    /// the open one: read again, a "1" would answer the next question.
    /// </summary>
    private static bool IsDone(Turn turn) =>
        turn.Operation == turn.Message.Operation ? turn.Talk.Handled.Contains(turn.Operation) : turn.Talk.Changed!.WasAnswer;

    private static string Typed(IncomingMessage message) => VietnameseText.Compose(message.Text).Trim();

    /// <summary>A principal's files are evidence. Words with them may just say of which task, or be a report of their own.</summary>
    private async Task<IReadOnlyList<Reply>> ReceiveAsync(Turn turn, CancellationToken cancellationToken)
    {
        var text = Typed(turn.Message);
        var evidence = await attachEvidence.ReceiveAsync(turn, text, cancellationToken);
        if (text.Length == 0 || (text.Length <= MaxCharacters && NamesOnly(reader.Read(text, turn.Now)))) return [evidence];
        var answer = await AnswerAsync(turn, cancellationToken);
        // A question goes last: what is said next answers it.
        return evidence.ChoosesTask ? [answer, evidence] : [evidence, answer];
    }

    /// <summary>Whether the words ask for nothing: they may name a task.</summary>
    private static bool NamesOnly(Frame frame) =>
        frame.Also.Count == 0 && (frame.Intent is Intent.None or Intent.AddNote || frame is { Intent: Intent.ShowTask, Slots.Aspect: null });

    private async Task<Reply> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Message.Pressed is { } pressed) return await CarryOutAsync(turn, pressed, cancellationToken);
        var text = Typed(turn.Message);
        if (text.Length > MaxCharacters) return new SayReply(new Phrase("none.tooLong", ("n", MaxCharacters)));
        if (OpenQuestion.Answer(turn, text) is { } answer)
        {
            turn.IsAnswer = true;
            return answer.Command is { } chosen ? await CarryOutAsync(turn, chosen, cancellationToken) : answer.Reply!;
        }

        if (turn.Sender.Role != Role.Principal && WithdrawingReader.Read(text) is { } withdrawing)
        {
            return await CarryOutAsync(turn, withdrawing.Task is { } task ? WithdrawTask.Of(task, withdrawing.Reason) : Command.At(Step.TakeBack), cancellationToken);
        }

        if (turn.Sender.Role != Role.Principal && AnsweringObstacleReader.Read(text) is { } answering)
        {
            return await CarryOutAsync(turn, AnswerObstacle.Of(answering), cancellationToken);
        }

        if (turn.Sender.Role == Role.Clerk && HandOverReader.Read(text) is { } handOver) return await CarryOutAsync(turn, HandOverTasks.Of(handOver), cancellationToken);
        if (LinkRequestReader.Read(text) is { } link)
        {
            return await CarryOutAsync(turn, link.Unlinks ? UnlinkAccounts.Of(link.Name) : IssueLinkCode.Of(link.Name), cancellationToken);
        }

        if (CalendarRequestReader.Read(text) is { } calendar) return await giveCalendar.HandleAsync(turn, calendar, cancellationToken);
        if (turn.Sender.Role == Role.Clerk && SheetRequestReader.Read(text) is { } sheet) return await sendTasks.HandleAsync(turn, sheet, cancellationToken);

        if (GroupDigestWords.Read(text, turn, reader) is { } ofGroup) return await CarryOutAsync(turn, ofGroup, cancellationToken);
        if (DataWords.Read(text) is { } ofData) return await CarryOutAsync(turn, ofData, cancellationToken);
        if (NoticeWords.Read(text) is { } ofNotices) return await CarryOutAsync(turn, ofNotices, cancellationToken);
        if (DayQuestionReader.Read(text, turn.Today) is { } asked) return await CarryOutAsync(turn, ExplainDay.Of(asked), cancellationToken);

        // With a draft open, "việc 4" is its fourth.
        if (turn.Sender.Role == Role.Clerk && EarlierEditReader.Read(text, turn.Today) is { } earlier)
        {
            if (turn.Talk.DraftId is null && earlier.Document is not null && earlier.Tasks.Count == 0) return new SayReply("draft.none");
            if (turn.Talk.DraftId is not null && await declareEffect.HandleAsync(turn, earlier, cancellationToken) is { } declared) return declared;
        }

        if (turn.Talk.DraftId is not null && turn.Sender.Role == Role.Clerk && DraftEditReader.Read(text, turn.Today) is { } edit)
        {
            return await reviewDraft.EditAsync(turn, edit, cancellationToken);
        }

        if (turn.Talk.DraftId is not null && turn.Sender.Role == Role.Clerk && ReviewDraft.NoSuchDay(text) is { } noSuchDay) return noSuchDay;

        (text, var missing) = FollowUp.NameTask(turn, text);
        if (missing is not null) return missing;
        text = Correction.Of(text, reader) ?? text;
        text = AskedShare.Of(text) ?? text;
        var frame = UnitInWords.Complete(turn, text, reader.Read(text, turn.Now, (SenderRole)turn.Sender.Role));
        if (OpenQuestion.Answer(turn, frame.Intent) is { } agreed)
        {
            turn.IsAnswer = true;
            return await CarryOutAsync(turn, agreed, cancellationToken);
        }

        if (OpenQuestion.AsksForTask(turn, Step.AttachFiles) && NamesOnly(frame) && reader.TasksNamed(text) is [var named])
        {
            turn.IsAnswer = true;
            return await CarryOutAsync(turn, AttachEvidence.To(named), cancellationToken);
        }

        // Words that would answer what was asked for are that answer, and no question.
        if (AwaitedAnswer.Of(turn, text, frame, reader) is { } completed) return await CarryOutAsync(turn, completed, cancellationToken);
        if (Impossible.In(turn, text, frame) is { } wrong) return wrong;
        if (frame.Intent == Intent.Undo && Correction.IsUnclear(text, turn, reader)) return new SayReply("report.again");
        turn.IsReading = true;
        turn.LeavesSomething = frame.Also.Count > 0 && !IsOneReport(frame);
        var command = questions.Read(turn, text, frame) ?? FollowUp.Of(turn, text, frame, reader) ?? CommandOf(frame);
        return await CarryOutAsync(turn, questions.Complete(turn, text, command), cancellationToken);
    }

    private async Task<Reply> CarryOutAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (command.Step == Step.Nothing)
        {
            if (TalkState.IsFresh(turn.Talk.AskedAt, turn.Now)) turn.Denied = turn.Talk.AskedAbout;
            return new SayReply("ask.dropped");
        }

        command = FilledForm.Complete(turn, command);
        if (command is { Step: Step.More, After: null })
        {
            if (turn.Talk.List is not { } list || !TalkState.IsFresh(turn.Talk.ShownAt, turn.Now)) command = new Command(Intent.None);
            else command = list with { Step = Step.More };
        }

        var reply = await routes.For(command).HandleAsync(turn, command, cancellationToken);
        if (command.Intent is Intent.ListTasks or Intent.Summary or Intent.ListUnits) turn.Talk = turn.Talk with { Asked = command with { Step = Step.None, After = null } };
        return reply;
    }

    /// <summary>Several reports in one message are one command, asked about as one; other requests are taken one at a time, the first.</summary>
    private static Command CommandOf(Frame frame)
    {
        var first = Command.Of(frame.First);
        // Below this the reader is not sure, even where it cannot say why: then a report is asked about.
        var isUnsure = first.Doubts.Count == 0 ? frame.Confidence < Plain : frame.Confidence < Implied && first.Doubts.All(doubt => doubt == Doubt.TaskImplied);
        if (isUnsure && first.Intent == Intent.UpdateStatus) first = first with { Doubts = [.. first.Doubts, Doubt.UnknownWords] };
        return frame.Also.Count > 0 && IsOneReport(frame) ? first with { Parts = [.. frame.All.Select(Command.Of)] } : first;
    }

    private static bool IsOneReport(Frame frame) => frame.All.All(request => request.Intent == Intent.UpdateStatus);

    private static TalkState Remember(Turn turn, Reply reply, AskedAbout? askedAbout)
    {
        var isMiss = turn.Talk.Misses > 0 && reply is SayReply { Lines: [{ Key: "none.menu" or "none.again" or "none.again.noClerk" or "none.open" }, ..] };
        return turn.Talk with
        {
            Choices = [.. reply.Choices.Concat(reply.Buttons).Select(choice => new OfferedChoice(turn.Words.Say(choice.Label), choice.Command))],
            Offered = reply.Choices.Count,
            ChoosesTask = reply.ChoosesTask,
            AskedAt = turn.Now,
            Awaits = turn.Asks.Awaits,
            AwaitedFor = turn.Asks.For,
            Handled = [.. turn.Talk.Handled.Append(turn.Operation).TakeLast(HandledKept)],
            Changed = !turn.HasChanged ? turn.Talk.Changed
                : turn.Message is { Pressed: null, Files.Count: 0 } ? new LastChange(turn.Operation, Typed(turn.Message), turn.Now, turn.IsAnswer) : null,
            UndoSetting = turn.HasChanged && turn.Talk.UndoSetting?.Operation != turn.Operation ? null : turn.Talk.UndoSetting,
            Misses = isMiss ? turn.Talk.Misses : 0,
            AskedAbout = askedAbout,
        };
    }
}
