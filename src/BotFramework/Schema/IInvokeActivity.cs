namespace Microsoft.Bot.Schema;

/// <summary>A request whose answer is the HTTP answer.</summary>
public interface IInvokeActivity : IActivity
{
    public string Name { get; set; }

    public ConversationReference RelatesTo { get; set; }

    public object Value { get; set; }
}
