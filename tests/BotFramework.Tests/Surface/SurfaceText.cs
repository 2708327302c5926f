using System.Reflection;
using Newtonsoft.Json;

namespace BotFramework.Tests.Surface;

/// <summary>Writes the public members of types as lines of C#, in the form of the list of the SDK's signatures.</summary>
internal static class SurfaceText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
    };

    /// <summary>The full name of every public type with its lines: first the declaration, then its members.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(Assembly assembly) =>
        assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).ToDictionary(FullName, LinesOf);

    private static string FullName(Type type) => type.Namespace + "." + Name(type);

    private static IReadOnlyList<string> LinesOf(Type type)
    {
        if (type.BaseType == typeof(MulticastDelegate)) return [$"public delegate {Signature(type.GetMethod("Invoke"))};"];
        var members = new List<string>();
        members.AddRange(type.GetFields(Declared).Where(field => IsVisible(Access(field.Attributes))).Select(Field).Order(StringComparer.Ordinal));
        members.AddRange(type.GetConstructors(Declared).Where(IsVisible).Select(Constructor).Order(StringComparer.Ordinal));
        members.AddRange(type.GetProperties(Declared).Where(property => property.GetMethod != null && IsVisible(property.GetMethod))
            .Select(Property).Order(StringComparer.Ordinal));
        members.AddRange(type.GetMethods(Declared).Where(method => IsVisible(method) && !method.IsSpecialName)
            .Select(Method).Order(StringComparer.Ordinal));
        return [Declaration(type), .. members];
    }

    private static string Declaration(Type type)
    {
        var kind = type.IsInterface ? "interface" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : "class";
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var bases = type.GetInterfaces().Except(inherited).Select(Name).Order(StringComparer.Ordinal);
        if (type.BaseType != null && type.BaseType != typeof(object)) bases = bases.Prepend(Name(type.BaseType)).Order(Comparer<string>.Create((_, _) => 0));
        var list = string.Join(", ", bases);
        return $"public {kind} {Name(type)}{(list.Length > 0 ? " : " + list : "")}{Constraints(type.GetGenericArguments())}";
    }

    private static string Field(FieldInfo field)
    {
        var value = field.IsLiteral ? " = " + Literal(field.GetRawConstantValue()) : "";
        return $"{Access(field.Attributes)} {(field.IsLiteral ? "const" : "static readonly")} {Name(field.FieldType)} {field.Name}{value};";
    }

    private static string Constructor(ConstructorInfo constructor) =>
        $"{Access(constructor)} {NameOnly(constructor.DeclaringType)}({Parameters(constructor, false)})";

    private static string Property(PropertyInfo property)
    {
        var setter = property.SetMethod switch
        {
            null => "",
            var set when Access(set) == Access(property.GetMethod) => " set;",
            var set => $" {Access(set)} set;",
        };
        var json = property.GetCustomAttribute<JsonPropertyAttribute>() is { } named ? $"   // json: \"{named.PropertyName}\""
            : property.IsDefined(typeof(JsonExtensionDataAttribute)) ? "   // JsonExtensionData" : "";
        return $"{Modifiers(property.GetMethod)}{Name(property.PropertyType)} {property.Name} {{ get;{setter} }}{json}";
    }

    private static string Method(MethodInfo method) => $"{Modifiers(method)}{Signature(method)};";

    private static string Signature(MethodInfo method)
    {
        var name = method.Name == "Invoke" ? Name(method.DeclaringType) : method.Name;
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        var isExtension = method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute));
        return $"{Name(method.ReturnType)} {name}{generic}({Parameters(method, isExtension)}){Constraints(method.IsGenericMethodDefinition ? method.GetGenericArguments() : [])}";
    }

    private static string Parameters(MethodBase method, bool isExtension) =>
        string.Join(", ", method.GetParameters().Select((parameter, index) => (isExtension && index == 0 ? "this " : "") + Parameter(parameter)));

    private static string Parameter(ParameterInfo parameter)
    {
        var type = parameter.IsOut ? "out " + Name(parameter.ParameterType.GetElementType()) : Name(parameter.ParameterType);
        if (!parameter.HasDefaultValue) return $"{type} {parameter.Name}";
        var value = parameter.DefaultValue == null && parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) == null
            ? "default"
            : Literal(parameter.DefaultValue);
        return $"{type} {parameter.Name} = {value}";
    }

    private static string Constraints(Type[] arguments) => string.Concat(arguments.Select(argument =>
    {
        var constraints = argument.GetGenericParameterConstraints().Select(Name);
        if (argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) constraints = constraints.Prepend("class");
        var list = string.Join(", ", constraints);
        return list.Length > 0 ? $" where {argument.Name} : {list}" : "";
    }));

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType.IsInterface) return "";
        var isOverride = method.IsVirtual && method.GetBaseDefinition() != method;
        var kind = method.IsStatic ? "static " : method.IsAbstract ? "abstract " : isOverride ? "override "
            : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";
        return $"{Access(method)} {kind}";
    }

    private static bool IsVisible(MethodBase method) => IsVisible(Access(method));

    private static bool IsVisible(string access) => access is "public" or "protected";

    private static string Access(MethodBase method) => Access((FieldAttributes)(method.Attributes & MethodAttributes.MemberAccessMask));

    private static string Access(FieldAttributes attributes) => (attributes & FieldAttributes.FieldAccessMask) switch
    {
        FieldAttributes.Public => "public",
        FieldAttributes.Family or FieldAttributes.FamORAssem => "protected",
        FieldAttributes.Private => "private",
        _ => "internal",
    };

    private static string Literal(object value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string NameOnly(Type type) => type.Name.Split('`')[0];

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (Nullable.GetUnderlyingType(type) is { } inner) return Name(inner) + "?";
        if (type.IsArray) return Name(type.GetElementType()) + "[]";
        return type.IsGenericType ? $"{NameOnly(type)}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }
}
