using System.Text;
using Directives.Core;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Rendering;

/// <summary>
/// Keeps a card within what a channel takes, whatever the data: Teams refuses a message of about 28 kB. Long words are cut first, the longest first,
/// between words and never within a character; what is still too large is no card. A button's command and what stands in a field are never cut.
/// </summary>
public static class CardSize
{
    /// <summary>UTF-8 bytes of a message with a card in it, as it is sent.</summary>
    public const int MaxBytes = 25_000;

    /// <summary>What a message has around its card: ids, addresses, names, its summary.</summary>
    private const int Envelope = 3_000;

    private static readonly int[] Characters = [1_000, 400, 160, 80, 48];

    // The properties that hold words to be read, wherever in a card they stand.
    private static readonly HashSet<string> Shown = ["text", "title", "label", "errorMessage"];

    /// <returns>The card, cut as far as is needed; null where no cutting makes it small enough.</returns>
    public static JObject? Fit(JObject card)
    {
        if (Bytes(card) <= MaxBytes - Envelope) return card;
        foreach (var characters in Characters)
        {
            var cut = (JObject)card.DeepClone();
            Cut(cut, characters);
            if (Bytes(cut) <= MaxBytes - Envelope) return cut;
        }

        return null;
    }

    private static int Bytes(JObject card)
    {
        using var counter = new ByteCounter();
        using (var writer = new JsonTextWriter(counter) { CloseOutput = false }) card.WriteTo(writer);
        return counter.Bytes;
    }

    private static void Cut(JToken token, int characters)
    {
        foreach (var value in token.SelectTokens("$..*").OfType<JValue>().Where(value => value.Type == JTokenType.String).ToArray())
        {
            if (value.Parent is not JProperty property) continue;
            var isFact = property.Name == "value" && property.Parent is JObject { } owner && owner["title"] is not null && owner["id"] is null && owner.Parent?.Parent is JProperty { Name: "facts" };
            var most = property.Name == "fallbackText" ? characters * 4 : characters;
            if (!isFact && !Shown.Contains(property.Name) && property.Name != "fallbackText") continue;
            if (ShortTitle.Of((string)value!, most) is var cut && cut.Length < ((string)value!).Length) value.Value = WithoutHalfEscape(cut);
        }
    }

    // A cut behind a backslash would escape the mark of the cut.
    private static string WithoutHalfEscape(string cut)
    {
        var end = cut.Length - 1;
        var slashes = 0;
        while (end - 1 - slashes >= 0 && cut[end - 1 - slashes] == '\\') slashes++;
        return slashes % 2 == 1 ? cut.Remove(end - 1, 1) : cut;
    }

    /// <summary>Counts what is written and keeps none of it: nearly every card fits, and is not to be written twice for that.</summary>
    private sealed class ByteCounter : TextWriter
    {
        public int Bytes { get; private set; }

        public override Encoding Encoding => Encoding.UTF8;

        // Half of a pair of surrogates is half of its four bytes.
        public override void Write(char value) => Bytes += value < 0x80 ? 1 : value < 0x800 || char.IsSurrogate(value) ? 2 : 3;

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer)
        {
            foreach (var value in buffer) Write(value);
        }

        public override void Write(string? value) => Write(value.AsSpan());
    }
}
