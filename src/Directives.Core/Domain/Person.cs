namespace Directives.Core;

public enum Role
{
    /// <summary>Principal of a school or head of an office: sees and reports for the own unit.</summary>
    Principal,

    /// <summary>Sees a branch of the tree: the own unit and all below it.</summary>
    Leader,

    /// <summary>Imports directives and the roster, publishes tasks, sees everything.</summary>
    Clerk,
}

/// <summary>How the bot addresses a person. Never guessed: <see cref="Unknown"/> where the roster is silent.</summary>
public enum Salutation
{
    Unknown,
    Thầy,
    Cô,
    Anh,
    Chị,
    ĐồngChí,
}

/// <param name="Id">Stable and short, such as <c>dinh-thi-mau</c>.</param>
/// <param name="Language"><c>vi</c> or <c>en</c>: the language the bot writes to this person.</param>
public sealed record Person(string Id, string Name, string UnitId, Role Role, string Post, Salutation Salutation, string Language = "vi")
{
    /// <summary>By it, or by <see cref="TeamsAccount"/>, an account of an organisation's own directory is known to be this person's.</summary>
    public string? Email { get; init; }

    /// <summary>The user name in Microsoft Teams, where that is not the e-mail address.</summary>
    public string? TeamsAccount { get; init; }

    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }

    public bool IsValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    /// <summary>Letter case does not count; nothing else is folded, since two addresses that look alike may be two people's.</summary>
    public bool HasAddress(string address) =>
        string.Equals(address, Email, StringComparison.OrdinalIgnoreCase) || string.Equals(address, TeamsAccount, StringComparison.OrdinalIgnoreCase);
}
