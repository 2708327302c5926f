namespace Microsoft.Bot.Schema;

/// <summary>Something that happened outside the conversation.</summary>
public interface IEventActivity : IActivity
{
    public string Name { get; set; }

    public ConversationReference RelatesTo { get; set; }

    public object Value { get; set; }
}
