using System.Text.Json.Nodes;
using Edge.Site.Access;
using Edge.Site.Tests.Access;
using Edge.Site.Tests.Serving;

namespace Edge.Site.Tests.Page;

/// <summary>Login is a quiet corner of the page; who may not look sees nothing but that.</summary>
[Collection(nameof(SiteBrowser))]
public sealed class SiteLoginTests(SiteBrowser browser)
{
    [SitePageFact]
    public async Task Who_must_log_in_sees_nothing_else_until_then_and_after_logging_out()
    {
        await using var site = await Waterworks.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Viewer);
        site.People.IsCommissioned = true;
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Page.WaitForSelectorAsync("[data-link=denied]");
        Assert.Equal("Log in to look at this page.", await tab.Text(".notice p"));
        Assert.False(await tab.Page.IsVisibleAsync("main"));
        Assert.DoesNotContain("gw-1", await tab.Text("body"), StringComparison.Ordinal);
        await tab.Examine("denied");
        await tab.Picture("denied-en-light-desktop");
        SitePageTests.Quiet(tab, site);

        await LogIn(tab, "Li Wei", "no such password");
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('dialog [role=alert]').innerText === 'Wrong name or password.'");
        await tab.Examine("wrong login");
        await tab.Page.FillAsync("dialog [name=password]", People.Password);
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Settle();
        Assert.StartsWith("Li Wei · viewer", await tab.Text(".who"), StringComparison.Ordinal);
        Assert.Equal("3.412 bar", await tab.Text("[data-channel='main.pressure'] .value"));

        await tab.Page.GetByText("Log out").ClickAsync();
        await tab.Page.WaitForSelectorAsync("[data-link=denied]");
        Assert.False(await tab.Page.IsVisibleAsync("main"));
        Assert.Empty(tab.Errors);
        Assert.DoesNotContain("running", await tab.Text("body"), StringComparison.OrdinalIgnoreCase);
    }

    [SitePageFact]
    public async Task Ones_own_password_is_changed_on_the_page_and_then_asked_for_anew()
    {
        await using var site = await Waterworks.StartAsync();
        await site.People.AddAsync("Li Wei", Role.Viewer);
        await using var tab = await browser.Open(site);
        await tab.Visit();
        await tab.Settle();
        await LogIn(tab, "Li Wei", People.Password);
        await tab.Page.GetByText("Change password").ClickAsync();

        Assert.Equal(("Li Wei", "username"), (await tab.Page.InputValueAsync("dialog [name=name]"), await tab.Page.GetAttributeAsync("dialog [name=name]", "autocomplete")));
        await Fill("not this one", "a fresh passphrase", "another passphrase");
        await Says("The new passwords differ.");
        await Fill("not this one", "a fresh passphrase", "a fresh passphrase");
        await Says("The current password is wrong.");
        await Fill(People.Password, "Li Wei 12345", "Li Wei 12345");
        await Says("A password has 10 to 200 characters, and your name is no part of it. Afterwards you must log in again everywhere.");
        await tab.Picture("password-en-light-desktop");
        await tab.Examine("password");
        await Fill(People.Password, "a fresh passphrase", "a fresh passphrase");

        await tab.Page.WaitForSelectorAsync("dialog.login");
        Assert.Equal(["password of Li Wei by Li Wei (viewer, site page)"], site.People.Entered);
        await tab.Page.FillAsync("dialog [name=name]", "Li Wei");
        await tab.Page.FillAsync("dialog [name=password]", "a fresh passphrase");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('.who').innerText.startsWith('Li Wei')");
        Assert.Empty(tab.Errors);

        async Task Fill(string old, string fresh, string again)
        {
            await tab.Page.FillAsync("dialog [name=old]", old);
            await tab.Page.FillAsync("dialog [name=new]", fresh);
            await tab.Page.FillAsync("dialog [name=again]", again);
            await tab.Page.Keyboard.PressAsync("Enter");
        }

        Task Says(string text) => tab.Page.WaitForFunctionAsync("text => document.querySelector('dialog [role=alert]').innerText === text", text);
    }

    [SitePageFact]
    public async Task An_operator_acknowledges_an_alarm_and_a_technician_has_seen_to_damage_with_a_note_in_the_log()
    {
        await using var site = await Waterworks.StartAsync();
        await site.People.AddAsync("Chen", Role.Operator);
        await site.People.AddAsync("Li Wei", Role.Technician);
        site.Needy(s => (s["needs"], s["alarms"], s["damage"]) = (new JsonArray("alarms_open", "store_damaged"), new JsonObject { ["c0"] = "9 bar" }, new JsonArray(new JsonObject())));

        Assert.Equal(0, await Needs("Chen", "Acknowledge the alarm of c0", "valve closed", ".acts >> text=damage"));
        Assert.Equal(1, await Needs("Li Wei", "I have seen to the damage", "card replaced", ".acts >> text=c0"));

        Assert.Equal(["c0: valve closed by Chen (operator, site page)", "damage: card replaced by Li Wei (technician, site page)"], site.People.Entered);

        async Task<int> Needs(string name, string act, string note, string other)
        {
            await using var tab = await browser.Open(site);
            await tab.Visit();
            await tab.Settle();
            Assert.Equal(0, await tab.Page.Locator(".acts").CountAsync());
            await LogIn(tab, name, People.Password);
            await tab.Page.GetByText(act).ClickAsync();
            await tab.Page.Keyboard.TypeAsync("no, not this");
            await tab.Page.GetByText("Cancel").First.ClickAsync();
            await tab.Page.GetByText(act).ClickAsync();
            await tab.Page.Keyboard.TypeAsync(note);
            await tab.Picture($"act-{name.Replace(' ', '-')}");
            await tab.Examine(act);
            await tab.Page.Keyboard.PressAsync("Enter");
            await tab.Page.WaitForSelectorAsync("text=It stands in the log.");
            SitePageTests.Quiet(tab, site);
            return await tab.Page.Locator(other).CountAsync();
        }
    }

    private static async Task LogIn(SiteTab tab, string name, string password)
    {
        await tab.Page.Locator("button:has-text('Log in')").First.ClickAsync();
        await tab.Page.FillAsync("dialog [name=name]", name);
        await tab.Page.FillAsync("dialog [name=password]", password);
        await tab.Page.Keyboard.PressAsync("Enter");
    }
}
