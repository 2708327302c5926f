using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Directives.Testing;

/// <summary>
/// A fact of a class that others inherit: it is skipped, visibly and with the reason, in a class whose <see cref="RequiresAttribute"/> is not met. xunit 2 has
/// no dynamic skip, and an inherited attribute cannot know the class that inherits it, hence a test case that asks its own class.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Directives.Testing.ContractFactDiscoverer", "Directives.Testing")]
public sealed class ContractFactAttribute : FactAttribute;

/// <summary>As <see cref="ContractFactAttribute"/>, with data; skipped it is one test case.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Directives.Testing.ContractTheoryDiscoverer", "Directives.Testing")]
public sealed class ContractTheoryAttribute : TheoryAttribute;

public sealed class ContractFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new ContractTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

public sealed class ContractTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        ContractTestCase.Missing(testMethod) is null
            ? base.Discover(discoveryOptions, testMethod, theoryAttribute)
            : [new ContractTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)];
}

public sealed class ContractTestCase : XunitTestCase
{
#pragma warning disable CS0618 // xunit makes the object so when it reads it back.
    public ContractTestCase()
    {
    }
#pragma warning restore CS0618

    public ContractTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(diagnostics, display, options, method)
    {
    }

    /// <summary>What the test's own class needs and does not find.</summary>
    public static string? Missing(ITestMethod method) =>
        method.TestClass.Class.GetCustomAttributes(typeof(RequiresAttribute)).OfType<IReflectionAttributeInfo>()
            .Select(found => ((RequiresAttribute)found.Attribute).Missing)
            .FirstOrDefault(missing => missing is not null);

    protected override string GetSkipReason(IAttributeInfo factAttribute) => Missing(TestMethod) ?? base.GetSkipReason(factAttribute);
}
