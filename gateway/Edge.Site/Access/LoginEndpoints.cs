using System.Globalization;
using System.Net;
using Edge.Site.Ports;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Edge.Site.Access;

/// <summary>Login, logout, who one is, and one's own password. An unknown name and a wrong password have one answer.</summary>
internal sealed class LoginEndpoints(SiteAccess access, Visitors visitors, AccessGate gate, ISiteActions actions, TimeProvider time, ILogger logger)
{
    /// <summary><c>GET /api/v1/session</c></summary>
    public Task SessionAsync(HttpContext context) =>
        SessionJson.WriteAsync(context, AccessGate.Of(context), SessionCookie.Read(context.Request), gate.LookingIsOpen(context), visitors.Sessions);

    /// <summary><c>POST /api/v1/login</c> of <c>{"name", "password"}</c></summary>
    public async Task LoginAsync(HttpContext context)
    {
        if (await RequestObject.ReadAsync(context, "name", "password") is not [var name, var password] || !Account.IsName(name) || password.Length > Account.MostPassword)
            throw new BadHttpRequestException($"a name has 1 to {Account.MostName} letters and digits, a password at most {Account.MostPassword} characters");
        if (await RightAsync(context, name, password) is not { } account)
            return;
        // What token a browser brought along is not this session's.
        visitors.Sessions.End(SessionCookie.Read(context.Request));
        var token = visitors.Sessions.Begin(account);
        logger.LoggedIn(account.Name, Address(context));
        SessionCookie.Set(context, token);
        await SessionJson.WriteAsync(context, visitors.Sessions.Use(token), token, gate.LookingIsOpen(context), visitors.Sessions);
    }

    /// <summary><c>POST /api/v1/logout</c></summary>
    public Task LogoutAsync(HttpContext context)
    {
        visitors.Sessions.End(SessionCookie.Read(context.Request));
        SessionCookie.Clear(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary><c>POST /api/v1/password</c> of <c>{"old", "new"}</c>: afterwards every session of the account is over.</summary>
    public async Task PasswordAsync(HttpContext context)
    {
        var own = AccessGate.Of(context)!.Account;
        if (await RequestObject.ReadAsync(context, "old", "new") is not [{ Length: <= Account.MostPassword } old, var replacement] || !Account.IsPassword(own.Name, replacement))
            throw new BadHttpRequestException($"a password has {Account.LeastPassword} to {Account.MostPassword} characters, and the name is no part of it");
        if (await RightAsync(context, own.Name, old) is not { } account)
            return;
        var hash = await LowPriority.RunAsync(() => PasswordHash.Make(replacement));
        try
        {
            if (await ReplaceAsync(account, account with { Password = hash }, context.RequestAborted))
            {
                SessionCookie.Clear(context);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return;
            }

            await Problem.WriteAsync(context, StatusCodes.Status401Unauthorized, "login-needed", "this account was changed meanwhile by somebody else; log in again");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.AccountsNotWritten(e.Message);
            await Problem.WriteAsync(context, StatusCodes.Status507InsufficientStorage, "not-written", "the gateway cannot write its accounts now, perhaps because its disk is full; the password is the old one");
        }
    }

    /// <summary>In the log first, then in force, also when whoever asked has gone meanwhile; false, and neither, where somebody changed the account.</summary>
    private Task<bool> ReplaceAsync(Account account, Account by, CancellationToken cancellationToken) => AccountsFile.ChangeAsync(
        access.Accounts.Path, all => all.Contains(account) ? [.. all.Select(a => a == account ? by : a)] : null, time, cancellationToken,
        before: () => actions.NotePasswordAsync(account.Name, Who.Of(account), CancellationToken.None));

    /// <summary>The account whose password it is; null when it is not, which has been answered.</summary>
    private async Task<Account?> RightAsync(HttpContext context, string name, string password)
    {
        var address = Address(context);
        var account = access.Accounts.Find(name);
        var attempt = await visitors.Attempts.TakeAsync(name, account is null, address, context.RequestAborted);
        if (attempt.Wait > TimeSpan.Zero)
            return await SentAwayAsync(context, attempt.Wait);
        if (access.Accounts.Problem is { } problem)
        {
            logger.AccountsUnreadable(problem);
            await Problem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "accounts-unreadable", "nobody can log in now; the gateway's log says why");
            return null;
        }

        if (await visitors.Passwords.IsOfAsync(account, password, context.RequestAborted) is not { } isRight)
            return await SentAwayAsync(context, TimeSpan.FromSeconds(1));
        if (isRight)
        {
            visitors.Attempts.Succeeded(attempt);
            return account;
        }

        logger.LoginRefused(account?.Name ?? "an unknown name", address);
        await Problem.WriteAsync(context, StatusCodes.Status401Unauthorized, "wrong-login", "this name and password do not belong together");
        return null;
    }

    private static async Task<Account?> SentAwayAsync(HttpContext context, TimeSpan wait)
    {
        await Problem.WriteAsync(context, StatusCodes.Status429TooManyRequests, "too-many-attempts", string.Create(CultureInfo.InvariantCulture, $"too many attempts; try again in {Math.Ceiling(wait.TotalSeconds)} s"), wait);
        return null;
    }

    private static IPAddress Address(HttpContext context) => context.Connection.RemoteIpAddress ?? IPAddress.None;
}
