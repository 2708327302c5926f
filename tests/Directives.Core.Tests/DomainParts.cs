namespace Directives.Core.Tests;

/// <summary>
/// The domain as a process has it: one of each class, made of what its constructor asks for, down to what is given (the store, the clock).
/// New parts on the same store are what a restart leaves.
/// </summary>
internal sealed class DomainParts(params object[] given)
{
    // A credential that never ends, unless another is given.
    private readonly List<object> _parts = [.. given, new CredentialExpiry(null)];

    public T Get<T>()
        where T : class => (T)Get(typeof(T));

    private object Get(Type type)
    {
        if (_parts.Find(type.IsInstanceOfType) is { } known) return known;
        var constructor = type.GetConstructors().Single();
        var part = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Get(parameter.ParameterType))]);
        _parts.Add(part);
        return part;
    }
}
