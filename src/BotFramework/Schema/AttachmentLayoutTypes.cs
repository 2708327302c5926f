namespace Microsoft.Bot.Schema;

/// <summary>How several attachments are shown.</summary>
public static class AttachmentLayoutTypes
{
    public const string Carousel = "carousel";
    public const string List = "list";
}
