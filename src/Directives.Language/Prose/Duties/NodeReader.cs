namespace Directives.Language.Prose;

/// <summary>Walks the outline of a body and reads every item's duties, handing down what headings and lead-ins say.</summary>
internal sealed class NodeReader
{
    private const int LongestHeading = 220;

    private readonly string _text;
    private readonly DutyReader _reader;
    private readonly RunInHeadings _runIn;
    private bool _assigns;

    public NodeReader(string text, DateOnly today)
    {
        _text = text;
        _reader = new DutyReader(text, today);
        _runIn = new RunInHeadings(text, _reader);
    }

    public List<Duty> Read(Node root, Surroundings around)
    {
        _assigns = around.Assigns;
        var found = new List<Duty>();
        foreach (var node in MeetingDetails.Without(_text, root.Children)) found.AddRange(ReadNode(node, around with { Assigns = _assigns || around.Assigns }));
        return found;
    }

    private List<Duty> ReadNode(Node node, Surroundings around)
    {
        var sentences = Sentences.Split(_text, node.ContentFrom, node.To);
        if (sentences.Count == 0) return ReadChildren(node, around);
        if (FieldsUnder(node) is { Count: > 0 } fields) return ReadWithFields(node, sentences, around, fields);
        if (node.Children.Count == 0) return ReadLeaf(node, sentences, around);
        var last = sentences[^1];
        var leadsIn = _text.AsSpan(last.From, last.To - last.From).TrimEnd().EndsWith(":") || TimeLabel.Is(_text.AsSpan(node.ContentFrom, node.To - node.ContentFrom));
        var isHeading = sentences.Count == 1 && (leadsIn || node.IsHeadingByForm || (!node.IsBullet && !EndsAsSentence(node) && node.To - node.From < LongestHeading));
        if (!leadsIn && !isHeading)
        {
            var own = ReadLeaf(node, sentences, around);
            var under = Below(node, around, own.Count > 0 ? sentences[^1] : null, isHeading: false);

            // A plain paragraph after a duty is not due when that duty is.
            if (node.Children.TrueForAll(child => child.Marker is null)) under = under with { Due = around.Due };
            return [.. own, .. ReadChildren(node, under)];
        }

        List<Duty> found = [.. _reader.Read(sentences.GetRange(0, sentences.Count - 1), around)];
        var below = Below(node, around, last, !node.IsBullet && isHeading && node.Marker is not null || node.IsHeadingByForm);
        var children = ReadChildren(node, below);
        if (children.Count > 0) return [.. found, .. children];

        // Nothing under the lead-in is a duty: it lists what the duty is about. A section of accounts is none.
        if (below.Kind != SectionKind.Duties || (!leadsIn && (node.IsHeadingByForm || StartsSection(node)))) return found;
        var whole = _reader.Read([last], around);
        if (whole.Count > 0) whole[^1].Parts.Add((node.Children[0].From, LastOf(node).To));
        return [.. found, .. whole];
    }

    private List<Duty> ReadLeaf(Node node, List<(int From, int To)> sentences, Surroundings around)
    {
        // A heading with nothing under it assigns nothing; it still tells what the text after it is.
        if (node.IsHeadingByForm && !EndsAsSentence(node)) return [];
        if (node.Marker is { Style: MarkerStyle.Article } && Narrative.IsDecision(_text, node.ContentFrom, node.To)) return [];
        // A marked item is put down to be done, also where no sentence before it says so.
        if (_runIn.Heads(node))
        {
            around = around with { Section = Duty.Fold(_text[node.From..sentences[0].To]).TrimEnd('.') };
            sentences = sentences.GetRange(1, sentences.Count - 1);
        }

        var duties = _reader.Read(sentences, node.Marker is null ? around : around with { Assigns = true });
        if (duties.Count > 0 || sentences.Exists(sentence => _reader.ReadClause(sentence.From, sentence.To).IsOrder)) _assigns = true;
        return duties;
    }

    private List<Duty> ReadChildren(Node node, Surroundings around)
    {
        var found = new List<Duty>();
        foreach (var child in MeetingDetails.Without(_text, node.Children)) found.AddRange(ReadNode(child, around));
        return found;
    }

    private List<Duty> ReadWithFields(Node node, List<(int From, int To)> sentences, Surroundings around, List<FieldLine> fields)
    {
        var found = _reader.Read(sentences, around with { Assigns = true });
        if (found.Count == 0)
        {
            found.Add(new Duty { Kind = TaskKind.OneOff, Section = around.Section, Directing = [.. around.Directing], Lead = [.. around.Lead], Due = around.Due });
            found[0].Parts.Add((node.ContentFrom, node.To));
        }

        foreach (var field in fields) _reader.Apply(field, found[^1]);
        found[^1].Parts.Add((node.Children[0].From, LastOf(node).To));
        return found;
    }

    /// <summary>The particulars under an item, where nothing else stands there.</summary>
    private List<FieldLine> FieldsUnder(Node node)
    {
        var fields = new List<FieldLine>();
        foreach (var child in node.Children)
        {
            if (child.Children.Count > 0) return [];
            foreach (var (from, to) in Sentences.Split(_text, child.ContentFrom, child.To))
            {
                if (FieldLine.Read(_text, from, to) is not { } field) return [];
                fields.Add(field);
            }
        }

        return fields;
    }

    /// <summary>What holds for the items under a heading or lead-in.</summary>
    private Surroundings Below(Node node, Surroundings around, (int From, int To)? leadIn, bool isHeading)
    {
        var below = around with { Assigns = around.Assigns || node.Marker is not null || _assigns };
        if (isHeading)
        {
            var heading = Duty.Fold(_text[node.From..node.To]).TrimEnd(':', ' ');
            below = below with { Section = heading, Assigns = true };
            if (SectionKinds.Of(_text[node.ContentFrom..node.To].TrimEnd(':', ' ')) is { } kind) below = below with { Kind = kind };
            else if (node.Parent?.Parent is null || !node.IsBullet && around.Kind == SectionKind.Background && StartsSection(node)) below = below with { Kind = SectionKind.Duties };
        }

        if (leadIn is not { } sentence) return below;
        var clause = _reader.ReadClause(sentence.From, sentence.To);
        if (clause.IsOrder) (_assigns, below) = (true, below with { Assigns = true, Kind = isHeading ? below.Kind : SectionKind.Duties });
        else if (!isHeading && _text[sentence.To - 1] == ':')
        {
            var account = Narrative.LeadsToAccount(Word.Split(_text, sentence.From, sentence.To), clause);
            below = below with { Assigns = !account, Kind = account ? SectionKind.Background : below.Kind };
            if (!account) _assigns = true;
        }

        var (directing, lead) = (_reader.DoersOf(clause.Directing), _reader.DoersOf(clause.Lead));
        if (directing.Count + lead.Count == 0 && clause.Concerned.Count > 0) lead = _reader.DoersOf(clause.Concerned);
        if (clause.IsBareDirecting) directing = around.Lead.Count > 0 ? around.Lead : around.Directing;
        if (ClauseReader.IsIssuerSpeaking(Word.Split(_text, sentence.From, sentence.To), clause) && _text[sentence.To - 1] == ':') (directing, lead) = ([], []);
        if (directing.Count + lead.Count > 0 && (clause.IsOrder || clause.HasPredicate || IsWholly(clause, sentence) || clause.Concerned.Count > 0))
        {
            below = below with
            {
                Directing = directing,
                Lead = lead,
                IsAddressed = false,
                Coordinating = _reader.NamesOf(clause.Coordinating).ToArray(),
                ReportTo = _reader.NamesOf(clause.ReportTo).ToArray(),
            };
        }

        if (TimeLabel.Is(_text.AsSpan(node.ContentFrom, node.To - node.ContentFrom))) return below with { IsSchedule = true, Due = _reader.ReadDue(node.ContentFrom, node.To, isField: true) };
        var due = clause.HasDoers || clause.HasPredicate || clause.IsOrder ? _reader.ReadDue(sentence.From, sentence.To) : Due.None;
        return due.IsNone ? below : below with { Due = due.Or(around.Due) };
    }

    private static bool StartsSection(Node node) => node.Marker is { Style: MarkerStyle.Roman or MarkerStyle.UpperLetter or MarkerStyle.Part or MarkerStyle.Article };

    // `1. Phòng Nội vụ`, `1. Phòng Nội vụ (cơ quan thường trực):`
    private bool IsWholly(Clause clause, (int From, int To) sentence)
    {
        var words = Word.Split(_text, sentence.From, sentence.To);
        return clause.DoersEnd >= 0 && (clause.DoersEnd >= words.Count || words[clause.DoersEnd].IsSign);
    }

    private bool EndsAsSentence(Node node) => _text[node.To - 1] is '.' or ';' or '!' or '/';

    private static Node LastOf(Node node) => node.Children.Count == 0 ? node : LastOf(node.Children[^1]);
}
