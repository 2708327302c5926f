using System.Globalization;

namespace Directives.Documents;

/// <summary>How a real date in a sheet is shown as text.</summary>
internal static class SheetDates
{
    public static string Iso(DateTime value) =>
        value.ToString(value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>As an office would have typed it, for text that is read as prose.</summary>
    public static string AsWritten(DateTime value) =>
        value.ToString(value.TimeOfDay == TimeSpan.Zero ? "dd'/'MM'/'yyyy" : "HH'h'mm 'ngày' dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
