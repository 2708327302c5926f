using System.Text;
using System.Xml;

namespace Directives.Documents;

/// <summary>Text as the XML of a document can hold it.</summary>
internal static class XmlText
{
    /// <summary>Without what XML cannot hold, which is nothing that anybody reads.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) shown.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) shown.Append(text[i]);
        }

        return shown.ToString();
    }
}
