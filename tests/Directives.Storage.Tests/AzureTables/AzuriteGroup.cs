namespace Directives.Storage.Tests.AzureTables;

[CollectionDefinition(Azurite.Collection)]
public sealed class AzuriteGroup : ICollectionFixture<Azurite>;
