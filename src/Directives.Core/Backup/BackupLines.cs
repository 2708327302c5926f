namespace Directives.Core;

/// <summary>Lines of bytes out of a stream, none longer than a backup's can be.</summary>
internal sealed class BackupLines(Stream stream)
{
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;

    /// <returns>The line with its end, good until the next call; null after the last.</returns>
    /// <exception cref="InvalidDataException">A line is too long, or the last one is not whole.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        for (var searched = start; ;)
        {
            var found = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = buffer.AsMemory(start, searched + found + 1 - start);
                start += line.Length;
                return line;
            }

            searched = end - MakeRoom();
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
            if (read == 0) return end == start ? null : throw new InvalidDataException("The last line is not whole.");
            end += read;
        }
    }

    /// <returns>By how much what is still to be given moved to the front.</returns>
    private int MakeRoom()
    {
        if (end < buffer.Length) return 0;
        if (start == 0)
        {
            if (buffer.Length >= BackupFormat.LineBytes) throw new InvalidDataException("A line is too long.");
            Array.Resize(ref buffer, buffer.Length * 2);
            return 0;
        }

        var moved = start;
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - moved);
        return moved;
    }
}
