using System.Text.Json.Serialization;
using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>
/// What a person asks for, whether typed, chosen by a digit, or pressed on a card: one form for all three, so that everything a button does
/// can be said in words too. It is stored with an open question and travels in a button, hence plain data.
/// </summary>
[method: JsonConstructor]
public sealed record Command(Intent Intent, Slots Slots)
{
    public Command(Intent intent)
        : this(intent, new Slots())
    {
    }

    /// <summary>What no words of the grammar say: the next page, a step of a draft's review.</summary>
    public Step Step { get; init; }

    /// <summary>The person was shown this very reading and agreed to it.</summary>
    public bool Confirmed { get; init; }

    /// <summary>Its words were the answer to a question, taken as they are: they are shown before anything is recorded.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>Reasons to ask first.</summary>
    public IReadOnlyList<Doubt> Doubts { get; init; } = [];

    /// <summary>Several reports that are recorded together or not at all.</summary>
    public IReadOnlyList<Command> Parts { get; init; } = [];

    /// <summary>The version of the assignment that was shown; a later one makes the button stale.</summary>
    public int? Version { get; init; }

    /// <summary>The unit whose assignment was shown: pressed by somebody of another one, the button is not about theirs.</summary>
    public string? UnitId { get; init; }

    /// <summary>A <see cref="Fingerprint"/> of what was shown, where no version says it: another one makes the button stale.</summary>
    public string? Shown { get; init; }

    /// <summary>What is filled in on the card completes it: see <see cref="FilledForm"/>.</summary>
    public bool IsForm { get; init; }

    /// <summary>What a unit proposes against an obstacle, where it stands in a field of its own.</summary>
    public string? Proposal { get; init; }

    /// <summary>Where the list goes on that the button belongs to.</summary>
    public ListPlace? After { get; init; }

    /// <summary>Of a question about figures: what it wants to know of them.</summary>
    public SummaryView View { get; init; }

    /// <summary>The other period that the figures are held against.</summary>
    public Period? Against { get; init; }

    /// <summary>The units or groups that are held against each other, as they were named.</summary>
    public IReadOnlyList<string> Compared { get; init; } = [];

    /// <summary>The draft that a step of review is about.</summary>
    public string? DirectiveId { get; init; }

    /// <summary>The item of the draft, from 1.</summary>
    public int? Item { get; init; }

    /// <summary>The person whom a clerk chose of several that a name may mean.</summary>
    public string? PersonId { get; init; }

    /// <summary>The group whose digest is meant; null for the one in which it is said.</summary>
    public GroupAddress? Group { get; init; }

    /// <summary>Of a digest into a group: the late units are to be named.</summary>
    public bool NamesUnits { get; init; }

    /// <summary>It only shows something: a card may ask for it by itself.</summary>
    [JsonIgnore]
    public bool IsRefreshable => this is { Step: Step.None, IsForm: false, Intent: Intent.ListTasks or Intent.ShowTask or Intent.ListRequests or Intent.Summary or Intent.ListUnits };

    public static Command Of(Request request) => new(request.Intent, request.Slots) { Doubts = request.Doubts };

    public static Command At(Step step) => new(Intent.None) { Step = step };
}

/// <summary>The last row of a list that was shown.</summary>
/// <param name="No">A task's number.</param>
/// <param name="Due">Its due day as it was shown; null where it has none.</param>
public sealed record ListPlace(int No, DateOnly? Due);

public enum Step
{
    None,

    /// <summary>Go on with the last list.</summary>
    More,

    /// <summary>Let the open question go; nothing is recorded.</summary>
    Nothing,

    ShowDraft,

    /// <summary>Keep what was filled in of a draft's task, and go on to the next.</summary>
    SaveDraft,
    DropDraft,
    CheckPublishing,
    Publish,

    /// <summary>Take the last publishing back.</summary>
    TakeBack,

    /// <summary>Withdraw a task from all units.</summary>
    Withdraw,

    /// <summary>Units that have ended and still have open tasks.</summary>
    ListEnded,

    /// <summary>Give what an ended unit still has to do to another one.</summary>
    HandOver,

    /// <summary>The draft becomes what the sheet that is held says, and loses the tasks that are not in it.</summary>
    ReplaceDraft,

    /// <summary>The files that are held go with the task.</summary>
    AttachFiles,

    /// <summary>Choose another day than a request for more time asks for.</summary>
    ChooseDay,

    /// <summary>A leader's answer to an obstacle.</summary>
    AnswerObstacle,

    /// <summary>The next file goes with the task.</summary>
    AddEvidence,

    /// <summary>The files that are held are not wanted.</summary>
    DropFiles,

    /// <summary>A code by which a person's account is linked.</summary>
    IssueLinkCode,

    /// <summary>A person's accounts are no longer theirs.</summary>
    Unlink,

    /// <summary>Who the bot is and what it is asked, when it comes to a person.</summary>
    Welcome,

    /// <summary>What the calendar says of a day.</summary>
    ExplainDay,

    /// <summary>Who could not be told what they were to be told.</summary>
    ListUndelivered,

    /// <summary>The channel that a person wants to be written to on.</summary>
    SetChannel,

    /// <summary>A digest is to go into a group.</summary>
    SendGroupDigest,

    /// <summary>No digest is to go into a group any more.</summary>
    StopGroupDigest,

    /// <summary>Into which groups digests go.</summary>
    ListGroupDigests,

    /// <summary>What is kept of the sender.</summary>
    TellMyData,

    /// <summary>What is kept of the sender is to be erased.</summary>
    EraseMyData,
}
