using Xunit.Abstractions;
using Xunit.Sdk;

namespace Directives.Storage.Tests.Contract;

/// <summary>
/// A fact of the contract: it is skipped, visibly and with the reason, in a class whose <see cref="RequiresAttribute"/> is not met. xunit 2 has
/// no dynamic skip, and an inherited attribute cannot know the class that inherits it, hence a test case that asks its own class.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Directives.Storage.Tests.Contract.ContractFactDiscoverer", "Directives.Storage.Tests")]
public sealed class ContractFactAttribute : FactAttribute;

public sealed class ContractFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new ContractTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
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

    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        TestMethod.TestClass.Class.GetCustomAttributes(typeof(RequiresAttribute)).OfType<IReflectionAttributeInfo>()
            .Select(found => ((RequiresAttribute)found.Attribute).Missing)
            .FirstOrDefault(missing => missing is not null) ?? base.GetSkipReason(factAttribute);
}

/// <summary>What a test class needs of the machine.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class RequiresAttribute : Attribute
{
    /// <summary>What is missing, or null.</summary>
    public abstract string? Missing { get; }
}
