namespace Directives.Testing;

/// <summary>What a test class needs of the machine.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class RequiresAttribute : Attribute
{
    /// <summary>What is missing, or null.</summary>
    public abstract string? Missing { get; }
}

/// <summary>The class needs node and Azurite.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAzuriteAttribute : RequiresAttribute
{
    public override string? Missing => Azurite.Missing;
}
