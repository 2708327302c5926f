using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>A turn whose activity is of one kind.</summary>
public interface ITurnContext<T> : ITurnContext
    where T : IActivity
{
    public new T Activity { get; }
}
