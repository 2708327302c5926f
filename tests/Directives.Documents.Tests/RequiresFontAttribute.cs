using Directives.Testing;

namespace Directives.Documents.Tests;

/// <summary>The class needs a font with the letters of Vietnamese.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresFontAttribute : RequiresAttribute
{
    public override string? Missing => new ChartPainter().CanPaint ? null : "no font with the letters of Vietnamese on this machine";
}
