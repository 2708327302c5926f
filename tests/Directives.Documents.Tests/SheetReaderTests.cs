using System.Text;
using Directives.Core;

namespace Directives.Documents.Tests;

public class SheetReaderTests
{
    [Fact]
    public void Workbook_with_text_numbers_and_dates_gives_rows()
    {
        var file = SheetFile.Of("Danh bạ", [["Họ tên", "Số lớp", "Từ ngày"], ["Lê Thị Na", 24, new DateTime(2026, 9, 5)], [], [null, 0.3, new DateTime(2026, 9, 5, 16, 30, 0)]]);

        var rows = Read(file, "danh-ba.xlsx");

        Assert.Equal([1, 2, 4], rows.Select(row => row.Row));
        Assert.All(rows, row => Assert.Equal("Danh bạ", row.Sheet));
        Assert.Equal(["Lê Thị Na", "24", "2026-09-05"], rows[1].Cells);
        Assert.Equal(["", "0.3", "2026-09-05T16:30"], rows[2].Cells);
    }

    [Fact]
    public void Cell_merged_downwards_holds_for_the_rows_it_covers()
    {
        var file = SheetFile.Of("Phụ lục", [["Chủ trì", "Việc"], ["Phòng A", "Một"], [null, "Hai"]], "A2:A3");

        Assert.Equal(["Phòng A", "Hai"], Read(file, "x.xlsx")[2].Cells);
    }

    [Theory]
    [InlineData("Tên,Đơn vị\nLê An,\"Trường A, cơ sở 2\"\n")]
    [InlineData("Tên;Đơn vị\r\nLê An;\"Trường A, cơ sở 2\"\r\n")]
    [InlineData("\uFEFFsep=;\nTên;Đơn vị\nLê An;\"Trường A, cơ sở 2\"")]
    public void Csv_with_either_separator_gives_rows(string text)
    {
        var rows = Read(Encoding.UTF8.GetBytes(text), "danh-ba.csv");

        Assert.Equal(["Tên", "Đơn vị"], rows[0].Cells);
        Assert.Equal(["Lê An", "Trường A, cơ sở 2"], rows[1].Cells);
    }

    [Fact]
    public void Csv_quotes_may_hold_quotes_and_line_ends()
    {
        var rows = Read(Encoding.UTF8.GetBytes("a,\"b \"\"c\"\"\nd\"\ne,f\n"), "x.csv");

        Assert.Equal("b \"c\"\nd", rows[0].Cells[1]);
        Assert.Equal(3, rows[1].Row);
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    public void Column_letters_are_those_of_the_sheet(int column, string letters) => Assert.Equal(letters, SheetRow.ColumnLetters(column));

    private static IReadOnlyList<SheetRow> Read(byte[] content, string name) => SheetReader.Read(new MemoryStream(content), name);
}
