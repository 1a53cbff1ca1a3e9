using System.Net;
using System.Text.Json;
using Entente.Foundation.Access;
using Entente.Testing;

namespace Entente.Api.Tests;

/// <summary>Changes through the API: the rules of the pages, each error beside its place, nobody's change lost.</summary>
public sealed class WriteTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_organisation_is_added_and_edited_only_as_it_was_read(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var program = await ApiProgram.OfAsync(host, await host.AccountAsync("tang@example.edu", BuiltInRole.Coordinator));
        using var added = await program.SendAsync(HttpMethod.Post, "/api/v1/organisations", Body("University of Brackwater"));
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var path = added.Headers.Location!.OriginalString;
        var tag = added.Headers.ETag!.ToString();

        var (status, problem, _) = await program.ProblemAsync(path, HttpMethod.Put, Body("Brackwater University"));
        Assert.Equal((HttpStatusCode.PreconditionRequired, "no-if-match"), (status, problem.GetProperty("code").GetString()));
        using var edited = await program.SendAsync(HttpMethod.Put, path, Body("Brackwater University"), ("If-Match", tag));
        Assert.Equal(HttpStatusCode.OK, edited.StatusCode);
        (status, problem, _) = await program.ProblemAsync(path, HttpMethod.Put, Body("Third"), ("If-Match", tag));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "stale"), (status, problem.GetProperty("code").GetString()));
        var now = await program.JsonAsync(path);
        Assert.Equal("Brackwater University", now.GetProperty("name").GetProperty("en").GetString());
        Assert.Equal(["Old Brackwater"], now.GetProperty("otherNames").EnumerateArray().Select(n => n.GetString()!));
        Assert.Equal(["education", "funder"], now.GetProperty("types").EnumerateArray().Select(n => n.GetString()!));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_request_repeated_under_its_key_makes_nothing_twice(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var program = await ApiProgram.OfAsync(host, await host.AccountAsync("tang@example.edu", BuiltInRole.Coordinator));
        const string Path = "/api/v1/organisations";
        using var refused = await program.SendAsync(HttpMethod.Post, Path, new { country = "FR" }, ("Idempotency-Key", "first"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var made = await program.SendAsync(HttpMethod.Post, Path, Body("Brackwater"), ("Idempotency-Key", "first"));
        using var again = await program.SendAsync(HttpMethod.Post, Path, Body("Brackwater"), ("Idempotency-Key", "first"));
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (made.StatusCode, again.StatusCode));
        Assert.Equal((made.Headers.Location, made.Headers.ETag, await made.Content.ReadAsStringAsync()), (again.Headers.Location, again.Headers.ETag, await again.Content.ReadAsStringAsync()));
        var (status, problem, _) = await program.ProblemAsync(Path, HttpMethod.Post, Body("Ashby"), ("Idempotency-Key", "first"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "key-reused"), (status, problem.GetProperty("code").GetString()));
        Assert.Single(await program.AllAsync(Path));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => program.SendAsync(HttpMethod.Post, Path, Body("Corby"), ("Idempotency-Key", "second"))));
        Assert.All(answers, a => Assert.Contains(a.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        Assert.Equal(2, (await program.AllAsync(Path)).Count);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Everything_wrong_is_named_by_its_place(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var program = await ApiProgram.OfAsync(host, await host.AccountAsync("tang@example.edu", BuiltInRole.Coordinator));
        var (status, problem, _) = await program.ProblemAsync(
            "/api/v1/organisations", HttpMethod.Post, new { name = new { en = new string('x', 301) }, country = "QQ", latitude = 99, website = "brackwater" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["#/country", "#/latitude", "#/name/en", "#/website"], Pointers(problem).Except(["#/longitude"], StringComparer.Ordinal));
        (status, problem, _) = await program.ProblemAsync("/api/v1/organisations", HttpMethod.Post, new { name = new { en = 3 }, colour = "green", types = new[] { "castle" } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["#/colour", "#/name/en", "#/types"], Pointers(problem));

        using var broken = await program.Http.PostAsync("/api/v1/organisations", new StringContent("{\"country\":", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        using var form = await program.Http.PostAsync("/api/v1/organisations", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
        using var large = await program.SendAsync(HttpMethod.Post, "/api/v1/organisations", new { website = new string('x', 600_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Empty(await program.AllAsync("/api/v1/organisations"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Contacts_notes_drafts_and_receipts_are_written_by_the_rules_of_their_pages(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var program = await ApiProgram.OfDemoAsync(host, "tang.yuan");
        var partner = (await program.JsonAsync("/api/v1/partners?limit=1")).GetProperty("items")[0].GetProperty("id").GetString()!;

        using var contact = await program.SendAsync(HttpMethod.Post, "/api/v1/contacts", new { partner, role = "professor", email = "ada@brackwater.example", newPerson = new { family = "Ashby", given = "Ada" } });
        Assert.Equal(HttpStatusCode.Created, contact.StatusCode);
        using var changed = await program.SendAsync(HttpMethod.Put, contact.Headers.Location!.OriginalString, new { role = "dean", signs = true }, ("If-Match", contact.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var now = JsonDocument.Parse(await changed.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(("dean", true, null, "Ada Ashby"), (now.GetProperty("role").GetString(), now.GetProperty("signs").GetBoolean(), now.GetProperty("email").GetString(), now.GetProperty("name").GetProperty("en").GetString()));
        Assert.Equal(["#/email"], Pointers((await program.ProblemAsync("/api/v1/contacts", HttpMethod.Post, new { partner, email = "nowhere", newPerson = new { family = "A" } })).Problem));

        using var note = await program.SendAsync(HttpMethod.Post, "/api/v1/notes", new { partner, kind = "meeting", on = "2026-03-10", text = "Agreed on two more places." });
        Assert.Equal(HttpStatusCode.Created, note.StatusCode);
        Assert.Equal(["#/on", "#/text"], Pointers((await program.ProblemAsync("/api/v1/notes", HttpMethod.Post, new { partner, on = "2027-01-01" })).Problem));

        await DraftAsync(program, partner);

        var owed = (await program.JsonAsync("/api/v1/obligations?whose=mine&state=open&limit=1")).GetProperty("items")[0].GetProperty("id").GetString()!;
        using var read = await program.Http.GetAsync("/api/v1/obligations/" + owed);
        using var met = await program.SendAsync(HttpMethod.Put, $"/api/v1/obligations/{owed}/receipt", new { receipt = "Sent by post." }, ("If-Match", read.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, met.StatusCode);
        Assert.Equal("fulfilled", JsonDocument.Parse(await met.Content.ReadAsStringAsync()).RootElement.GetProperty("state").GetString());
    }

    private static async Task DraftAsync(ApiProgram program, string partner)
    {
        var unit = (await program.AllAsync("/api/v1/units")).First(u => u.GetProperty("parent").ValueKind != JsonValueKind.Null).GetProperty("id").GetString()!;
        using var draft = await program.SendAsync(HttpMethod.Post, "/api/v1/agreements", Draft(unit, partner, 3));
        Assert.True(draft.StatusCode == HttpStatusCode.Created, await draft.Content.ReadAsStringAsync());
        var path = draft.Headers.Location!.OriginalString;
        using var rewritten = await program.SendAsync(HttpMethod.Put, path, Draft(unit, partner, 5), ("If-Match", draft.Headers.ETag!.ToString()));
        Assert.True(rewritten.StatusCode == HttpStatusCode.OK, await rewritten.Content.ReadAsStringAsync());
        var now = JsonDocument.Parse(await rewritten.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((5, "draft", "student-exchange"), (now.GetProperty("places")[0].GetProperty("perYear").GetInt32(), now.GetProperty("state").GetString(), now.GetProperty("kind").GetString()));
        Assert.Equal(["#/places/0/perYear", "#/places/0/unit"], Pointers((await program.ProblemAsync(path, HttpMethod.Put, Draft(unit, partner, -1, "x"), ("If-Match", rewritten.Headers.ETag!.ToString()))).Problem));
    }

    private static object Draft(string unit, string partner, int places, string? placeUnit = null) => new
    {
        number = "2026-901",
        kind = "student-exchange",
        title = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "Exchange", ["zh-Hans"] = "交换协议" },
        unit,
        schoolSignatories = new[] { "Lu Jingxing, Dean" },
        parties = new[] { new { organisation = partner, role = "partner", signatories = new[] { "Margaret Ellwood, Director" } } },
        units = new[] { unit },
        territory = new[] { "CN", "GB" },
        languages = new[] { "en", "zh-Hans" },
        term = "fixed",
        effectiveOn = "2026-09-01",
        endsOn = "2029-08-31",
        places = new[] { new { direction = "out", perYear = places, unit = placeUnit } },
        confirmOverlap = true,
    };

    private static IEnumerable<string> Pointers(JsonElement problem) => problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static object Body(string name) => new
    {
        name = new { en = name },
        otherNames = new[] { "Old Brackwater" },
        country = "GB",
        city = new { en = "Brackwater" },
        types = new[] { "education", "funder" },
    };
}
