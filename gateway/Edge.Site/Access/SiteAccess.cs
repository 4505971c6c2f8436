using Edge.Site.Ports;

namespace Edge.Site.Access;

/// <summary>What decides who may do what.</summary>
public sealed record SiteAccess(Accounts Accounts, ICommissioning Commissioning);
