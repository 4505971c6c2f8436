namespace Edge.Verify.Tests.Page;

/// <summary>One browser for all tests of the page.</summary>
[CollectionDefinition(nameof(PageBrowser))]
public sealed class PageCollection : ICollectionFixture<PageBrowser>;
