using Directives.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Directives.Storage.Tests.Sqlite;

public sealed class SqliteErrorsTests
{
    [Theory]
    [InlineData(5, 5, "another process")]
    [InlineData(5, 261, "another process")]
    [InlineData(13, 13, "disk is full")]
    [InlineData(10, 1290, "disk failed")]
    [InlineData(11, 11, "damaged")]
    [InlineData(26, 26, "damaged")]
    [InlineData(8, 8, "may not be written")]
    [InlineData(14, 14, "cannot be opened")]
    [InlineData(1, 1, "refused")]
    public void Result_code_is_told_in_words_with_its_number(int code, int extended, string words)
    {
        var cause = new SqliteException("x", code, extended);
        var error = SqliteErrors.ToUnavailable(cause);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains($"code {code}, extended {extended}", error.Message, StringComparison.Ordinal);
        Assert.Same(cause, error.InnerException);
    }
}
