using System.Net;
using Edge.Site.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Edge.Site.Access;

/// <summary>
/// Lets a request through to its route or not, by <see cref="AccessTable"/>. Looking is open on the board itself until the gateway is commissioned and has an
/// account; nothing is changed without login, nor on behalf of a page elsewhere. Programs may look with a token.
/// </summary>
internal sealed class AccessGate(SiteAccess access, Sessions sessions, ProgramToken? token = null)
{
    /// <summary>Carries what proves that a change comes from this gateway's own page.</summary>
    public const string ProofHeader = "X-Edge-Proof";

    private static readonly object SessionKey = new();
    private static readonly object LookerKey = new();

    /// <summary>Whose request it is; null: nobody's who is logged in.</summary>
    public static Session? Of(HttpContext context) => context.Items[SessionKey] as Session;

    /// <summary>Who looks with a request that was let through.</summary>
    public static Looker LookerOf(HttpContext context) => ((Func<Looker>)context.Items[LookerKey]!)();

    public async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        // Without one it is answered that there is nothing here, or not for this method.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            await next(context);
            return;
        }

        var session = sessions.Use(SessionCookie.Read(context.Request));
        context.Items[SessionKey] = session;
        if (WhyNot(context, endpoint, session) is var (status, type, detail))
        {
            await Problem.WriteAsync(context, status, type, detail);
            return;
        }

        context.Items[LookerKey] = () => Looking(context, session);
        if (session is null)
            await next(context);
        else if (HttpMethods.IsGet(context.Request.Method) || await MayStillAsync(context, endpoint))
            await HeldAsync(context, session, next);
    }

    /// <summary>Whether whoever changes something may do it once all of the request is here: a body can take its time, and accounts go meanwhile.</summary>
    private async Task<bool> MayStillAsync(HttpContext context, RouteEndpoint endpoint)
    {
        context.Request.EnableBuffering(SiteLimits.MostBody);
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Request.Body.Position = 0;
        var session = sessions.Use(SessionCookie.Read(context.Request));
        context.Items[SessionKey] = session;
        if (WhyNot(context, endpoint, session) is not var (status, type, detail))
            return true;
        await Problem.WriteAsync(context, status, type, detail);
        return false;
    }

    /// <summary>Whether anyone who reaches this connection may look.</summary>
    public bool LookingIsOpen(HttpContext context) => IsOnBoard(context) && LookingIsOpenOnBoard();

    private static bool IsOnBoard(HttpContext context) => context.Connection.LocalIpAddress is { } local && IPAddress.IsLoopback(local);

    private bool LookingIsOpenOnBoard() => !(access.Commissioning.IsCommissioned && access.Accounts is { All.Count: > 0 } or { Problem: not null });

    /// <summary>A request is read only while it is answered: what it depends on later is taken from it now.</summary>
    private Looker Looking(HttpContext context, Session? session)
    {
        var from = ClientNetwork.Of(context.Connection.RemoteIpAddress ?? IPAddress.None);
        var (isOnBoard, shown) = (IsOnBoard(context), ProgramToken.ShownBy(context.Request));
        if (session is not null)
            return new Looker(session, from, () => !session.Ended.IsCancellationRequested);
        return shown is not null && token is not null && token.Is(shown) ? new Looker(token, from, () => token.Is(shown)) : new Looker(from, from, () => isOnBoard && LookingIsOpenOnBoard());
    }

    private (int Status, string Type, string Detail)? WhyNot(HttpContext context, RouteEndpoint endpoint, Session? session)
    {
        var request = context.Request;
        if (!AccessTable.TryFind(request.Method, endpoint, out var least))
            return (StatusCodes.Status403Forbidden, "nobodys", "nobody may use this path");
        var looks = HttpMethods.IsGet(request.Method);
        if (request.Path.StartsWithSegments("/api") && !SameOrigin.Is(request))
            return (StatusCodes.Status403Forbidden, "foreign-page", "this came from a page of another origin; open the page of this gateway");
        if (least is not { } role || (role == Role.Viewer && looks && (LookingIsOpen(context) || IsShown(request))))
            return null;
        if (session is null)
            return (StatusCodes.Status401Unauthorized, "login-needed", "log in first");
        if (session.Account.Role < role)
            return (StatusCodes.Status403Forbidden, "role-needed", $"only {(role == Role.Technician ? "a technician" : "an operator or technician")} may do this");
        if (!looks && !SessionToken.IsProof(SessionCookie.Read(request)!, request.Headers[ProofHeader]))
            return (StatusCodes.Status403Forbidden, "proof-needed", $"send the session's proof (GET /api/v1/session) in the header {ProofHeader}");
        return null;
    }

    private bool IsShown(HttpRequest request) => token is not null && ProgramToken.ShownBy(request) is { } shown && token.Is(shown);

    private async Task HeldAsync(HttpContext context, Session session, RequestDelegate next)
    {
        sessions.Hold(session, 1);
        using var ends = HttpMethods.IsGet(context.Request.Method) ? session.Ended.Register(context.Abort) : default;
        try
        {
            await next(context);
        }
        finally
        {
            sessions.Hold(session, -1);
        }
    }
}
