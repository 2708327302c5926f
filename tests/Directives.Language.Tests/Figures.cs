namespace Directives.Language.Tests;

/// <summary>Figures that are to be seen also when the tests pass: added to the file that <c>DIRECTIVES_FIGURES</c> names, for <c>tests/run</c> to print.</summary>
internal static class Figures
{
    private static readonly Lock Gate = new();

    internal static void Print(string line)
    {
        if (Environment.GetEnvironmentVariable("DIRECTIVES_FIGURES") is not { Length: > 0 } file) return;
        lock (Gate) File.AppendAllText(file, line + Environment.NewLine);
    }
}
