using Directives.Bot.Hosting;
using Directives.Bot.Rendering;
using Directives.Core;
using Microsoft.Bot.Schema;

namespace Directives.Bot.Messages;

/// <summary>Adds to a summary its picture, where the channel shows pictures and the card alone would not do.</summary>
public sealed class SummaryPictures(IChartPainter painter, ILogger<SummaryPictures> logger)
{
    private const string Png = "image/png";

    private int _isSaid;

    /// <param name="message">The message that tells the reply.</param>
    internal void AddTo(Activity message, Reply reply, Wording words, string channel)
    {
        // Cards in Teams have the bars themselves.
        if (reply is not SummaryReply summary || channel != PageSettings.Channel) return;
        if (Paint(ChartRenderer.Render(summary, words)) is not { } picture) return;
        message.Attachments ??= [];
        // Its name is what somebody hears who does not see it.
        message.Attachments.Add(new Attachment(Png, $"data:{Png};base64,{Convert.ToBase64String(picture)}", name: TextRenderer.Alternative(summary, words)));
    }

    // Whatever keeps a picture from being painted, such as a machine that its library was not made for: the text says it all.
    private byte[]? Paint(SummaryChart chart)
    {
        try
        {
            if (painter.Paint(chart) is { } picture) return picture;
            if (Interlocked.Exchange(ref _isSaid, 1) == 0) logger.NoFont();
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            if (Interlocked.Exchange(ref _isSaid, 1) == 0) logger.NotPainted(failed);
        }

        return null;
    }
}
