namespace Directives.Core;

/// <summary>One sheet to be written: lines above, then a table. What it looks like in a file is the writer's.</summary>
public sealed record SheetPage
{
    public required string Name { get; init; }

    /// <summary>What stands over the table, or is the whole sheet where there is none.</summary>
    public IReadOnlyList<SheetLine> Above { get; init; } = [];

    public required IReadOnlyList<SheetColumn> Columns { get; init; }

    /// <summary>The table has a row with the columns' headings, which stays in view and is printed on each page.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Rows can be chosen by what stands in their cells.</summary>
    public bool HasFilter { get; init; }

    /// <summary>A cell for each column; a row may end early.</summary>
    public IReadOnlyList<IReadOnlyList<SheetCell>> Rows { get; init; } = [];

    /// <summary>Ruled rows under the table, to be filled in.</summary>
    public int BlankRows { get; init; }

    public bool IsLandscape { get; init; } = true;
}

/// <param name="Width">In characters.</param>
public sealed record SheetColumn(string Heading, double Width, SheetFormat Format = SheetFormat.Words)
{
    /// <summary>What may be chosen in a cell; empty where nothing is offered.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Nothing but the choices may be entered.</summary>
    public bool OnlyChoices { get; init; }

    /// <summary>Shown to whoever enters a cell.</summary>
    public string? Hint { get; init; }
}

/// <summary>What the empty cells of a column are to take.</summary>
public enum SheetFormat
{
    /// <summary>Long text.</summary>
    Words,

    /// <summary>Names and numbers of documents: what is typed stays as it is typed, also <c>1/12</c>.</summary>
    Literal,
    Number,
    Day,
    Time,
}

/// <summary>A line of cells that stand at columns of their own.</summary>
public sealed record SheetLine(params IReadOnlyList<SheetPlace> Places);

/// <param name="Column">Where it begins, from 0.</param>
/// <param name="Columns">Over how many columns it goes.</param>
public sealed record SheetPlace(int Column, int Columns, SheetCell Cell, SheetStyle Style = SheetStyle.Plain);

public enum SheetStyle
{
    Plain,
    Title,

    /// <summary>Says what the cell to its right is.</summary>
    Label,
    Heading,
}

/// <summary>A cell's value by its type.</summary>
public abstract record SheetCell
{
    private SheetCell()
    {
    }

    public static SheetCell Nothing { get; } = new Words("");

    public static SheetCell Of(DateOnly? day) => day is { } known ? new Day(known) : Nothing;

    public static SheetCell Of(TimeOnly? time) => time is { } known ? new Time(known) : Nothing;

    /// <summary>Text, whatever it begins with: never a formula.</summary>
    public sealed record Words(string? Text) : SheetCell;

    public sealed record Number(decimal Value) : SheetCell;

    public sealed record Day(DateOnly Value) : SheetCell;

    public sealed record Time(TimeOnly Value) : SheetCell;
}
