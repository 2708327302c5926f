using CsCheck;
using Directives.Core;

namespace Directives.Storage.Tests.KeyTexts;

public sealed class KeyTextTests
{
    // The characters that keys stumble over stand among plain ones, so that random texts are nearly, but not quite, alike.
    private static readonly Gen<char> Hostile = Gen.Frequency(
        (6, Gen.Char["~/\\#?|%'02fFaA \t\0\u007f\u0085"]),
        (3, Gen.Char["\u1ebf\u00ea\u0301\u0302eđ\ud83d\ude00\udfff\ufdd0\ufeff\ufffd\ufffe\uffff"]),
        (1, Gen.Char));

    private static readonly Gen<string> Short = Gen.String[Hostile, 0, 12];

    // Around and beyond the length where a part ceases to be reversible, with a common start, so that only the tail differs.
    private static readonly Gen<string> Long = Gen.Select(Gen.Int[70, 900], Short, (length, tail) => new string('đ', length) + tail);

    [Fact]
    public void Short_text_comes_back_as_it_was() =>
        Short.Sample(text => KeyText.Unescape(KeyText.Escape(text)) == text);

    [Fact]
    public void Long_text_comes_back_or_is_said_to_be_lost() => Long.Sample(text =>
    {
        var key = KeyText.Escape(text);
        if (key.Contains("~~", StringComparison.Ordinal)) Assert.Throws<FormatException>(() => KeyText.Unescape(key));
        else Assert.Equal(text, KeyText.Unescape(key));
    });

    [Fact]
    public void Different_texts_have_different_keys() => Gen.Select(Gen.OneOf(Short, Long), Gen.OneOf(Short, Long))
        .Sample((one, other) => one == other == (KeyText.Escape(one) == KeyText.Escape(other)));

    [Fact]
    public void Texts_that_differ_in_one_character_have_different_keys() =>
        Gen.Select(Gen.OneOf(Short, Long), Hostile, Hostile, Gen.Int[0, 1000]).Sample((text, one, other, at) =>
        {
            at %= text.Length + 1;
            return one == other == (KeyText.Escape(text.Insert(at, $"{one}")) == KeyText.Escape(text.Insert(at, $"{other}")));
        });

    [Fact]
    public void Every_part_is_short_enough_and_allowed_in_a_key() => Gen.OneOf(Short, Long).Where(text => text != "").Sample(text =>
    {
        var key = KeyText.Escape(text);
        Assert.InRange(key.Length, 1, KeyText.PartCharacters);
        Assert.DoesNotContain('|', key);
        StoreArguments.CheckKey(key, nameof(key));
    });

    [Fact]
    public void Unescape_takes_nothing_but_what_escape_gives() => Short.Sample(key =>
    {
        try
        {
            return KeyText.Escape(KeyText.Unescape(key)) == key;
        }
        catch (FormatException)
        {
            return true;
        }
    });

    [Fact]
    public void Every_utf16_unit_comes_back_and_is_allowed_in_a_key()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var text = ((char)unit).ToString();
            var key = KeyText.Escape(text);
            StoreArguments.CheckKey(key, nameof(key));
            Assert.Equal(text, KeyText.Unescape(key));
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("TH Hoạ Mi", "TH Hoạ Mi")]
    [InlineData("12/TB-UBND", "12~002fTB-UBND")]
    [InlineData("a|b", "a~007cb")]
    [InlineData("a~b", "a~007eb")]
    [InlineData("100%", "100~0025")]
    [InlineData("d'Or", "d~0027Or")]
    [InlineData("\ud83d\ude00", "~d83d~de00")]
    [InlineData("\t", "~0009")]
    [InlineData("29:1a-b_c", "29:1a-b_c")]
    public void Stored_form_stays_what_it_is(string text, string key)
    {
        Assert.Equal(key, KeyText.Escape(text));
        Assert.Equal(text, KeyText.Unescape(key));
    }

    [Theory]
    [InlineData("~002F")]
    [InlineData("~0061")]
    [InlineData("a/b")]
    [InlineData("a|b")]
    [InlineData("~")]
    [InlineData("~00")]
    [InlineData("~ 02f")]
    [InlineData("~+02f")]
    [InlineData("~~0000")]
    public void Unescape_refuses_what_escape_never_gives(string key) => Assert.Throws<FormatException>(() => KeyText.Unescape(key));

    [Fact]
    public void Composed_and_decomposed_words_have_different_keys() =>
        Assert.NotEqual(KeyText.Escape("tr\u01b0\u1eddng"), KeyText.Escape("tru\u031bo\u031b\u0300ng"));

    [Fact]
    public void Long_texts_that_differ_in_a_lone_surrogate_have_different_keys()
    {
        var start = new string('x', 400);
        Assert.NotEqual(KeyText.Escape(start + '\ud83d'), KeyText.Escape(start + '\ud83e'));
        Assert.NotEqual(KeyText.Escape(start + '\ud83d'), KeyText.Escape(start + '\ufffd'));
    }

    [Fact]
    public void Keys_of_the_longest_parts_stay_within_the_limit()
    {
        var longest = new string('x', KeyText.PartCharacters);
        string[] keys =
        [
            Keys.RosterPerson(longest), Keys.IndexedDirective(longest), Keys.HistoryEvent(int.MaxValue, DateTimeOffset.MaxValue, longest),
            Keys.Undo(longest), Keys.Operation(longest), Keys.PendingProjection(longest, int.MaxValue, longest),
            Keys.PlannedNotice(DateTimeOffset.MaxValue, longest), Keys.NoticeOutcome(longest), Keys.Seen(longest, DateOnly.MaxValue),
            Keys.SeenMessage(longest), Keys.Talk(longest), Keys.ChatAccount(longest, longest), Keys.FileOffer(longest),
            Keys.LinkOfPerson(longest, longest), Keys.Account(longest, longest), Keys.Group(longest, longest), Keys.LinkCode(longest), Keys.LinkCodeOfPerson(longest), Keys.LinkTries(longest, longest), Keys.Calendar(longest),
        ];
        Assert.All(keys, key => StoreArguments.CheckKey(key, nameof(key)));
    }
}
