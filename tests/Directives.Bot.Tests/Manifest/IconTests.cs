using Directives.Bot.Manifest;

namespace Directives.Bot.Tests.Manifest;

/// <summary>The icons in <c>manifest/</c> are what the drawing makes. With DIRECTIVES_DRAW_ICONS=1 they are drawn anew.</summary>
public sealed class IconTests
{
    [Fact]
    public void Colour_icon_is_the_drawing_and_fills_its_square()
    {
        var picture = Committed("color.png", 192, IconDrawing.Colour());

        Assert.Equal((192, 192), (picture.Width, picture.Height));
        Assert.DoesNotContain(picture.Pixels!.Chunk(4), point => point[3] < byte.MaxValue);
        Assert.Empty(IconRules.ColourProblems("color.png", File.ReadAllBytes(Place("color.png"))));
    }

    [Fact]
    public void Outline_icon_is_the_drawing_white_on_nothing()
    {
        var picture = Committed("outline.png", 32, IconDrawing.Outline());

        Assert.Equal((32, 32), (picture.Width, picture.Height));
        Assert.Contains(picture.Pixels!.Chunk(4), point => point[3] == 0);
        Assert.Empty(IconRules.OutlineProblems("outline.png", File.ReadAllBytes(Place("outline.png"))));
    }

    private static PngPicture Committed(string name, int side, byte[] drawing)
    {
        if (Environment.GetEnvironmentVariable("DIRECTIVES_DRAW_ICONS") == "1") File.WriteAllBytes(Place(name), IconDrawing.Png(drawing, side));
        // Pixels, not bytes: another version of the compressor may pack them otherwise.
        var picture = PngPicture.Read(File.ReadAllBytes(Place(name)));
        Assert.Equal(drawing, picture.Pixels);
        return picture;
    }

    private static string Place(string name) => Path.Combine(Repository.Root, "manifest", name);
}
