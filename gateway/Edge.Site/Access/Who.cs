namespace Edge.Site.Access;

/// <summary>How the log names somebody who did something over the site page.</summary>
internal static class Who
{
    public static string Of(Account account) => $"{account.Name} ({RoleName.Of(account.Role)}, site page)";
}
