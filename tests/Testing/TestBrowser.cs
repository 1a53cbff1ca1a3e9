using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Entente.Testing;

/// <summary>A browser without a window: keeps cookies, sends forms as they stand on the page, follows nothing by itself.</summary>
public sealed partial class TestBrowser : IDisposable
{
    private readonly HttpClient http;

    public TestBrowser(string address, string language)
    {
        Address = address;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies })
        {
            BaseAddress = new Uri(address),
            Timeout = TimeSpan.FromSeconds(30),
        };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("TestBrowser/1.0");
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Http => http;

    /// <summary>Lets the three seconds pass in which a node of several looks at the database first for whoever just changed something.</summary>
    public void LetChangesSettle()
    {
        foreach (Cookie cookie in Cookies.GetAllCookies().Where(c => c.Name == "changed")) cookie.Expired = true;
    }

    private string Address { get; }

    /// <summary>Asks for a page and expects it to be there.</summary>
    public async Task<string> PageAsync(string path)
    {
        using var response = await http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<Answer> GetAsync(string path)
    {
        using var response = await http.GetAsync(path);
        return await AnswerOf(response);
    }

    /// <summary>Sends a form to an address, with the antiforgery token of a page.</summary>
    /// <param name="page">The page the form stands on.</param>
    /// <param name="action">Where it is sent; the page itself where none is named.</param>
    /// <param name="fields">Names and values.</param>
    public async Task<Answer> SendAsync(string page, string? action, params (string Name, string Value)[] fields)
    {
        var token = TokenIn(await PageAsync(page));
        return await PostAsync(action ?? page, [("__RequestVerificationToken", token), .. fields]);
    }

    /// <summary>Posts exactly these fields.</summary>
    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var response = await http.PostAsync(path, content);
        return await AnswerOf(response);
    }

    /// <summary>Sends a form with a file, with the antiforgery token of a page.</summary>
    public Task<Answer> UploadAsync(string page, string? action, string fileName, byte[] file, params (string Name, string Value)[] fields) =>
        UploadAsync(page, action, ("file", fileName, file), fields);

    /// <summary>Sends a form with a file in a field of its name.</summary>
    public async Task<Answer> UploadAsync(string page, string? action, (string Field, string Name, byte[] Bytes) file, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent { { new StringContent(TokenIn(await PageAsync(page))), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file.Bytes), file.Field, file.Name);
        using var response = await http.PostAsync(action ?? page, content);
        return await AnswerOf(response);
    }

    public async Task SignInAsync(string email, string password)
    {
        var answer = await SendAsync("/sign-in", null, ("email", email), ("password", password));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
    }

    /// <summary>The antiforgery token that stands on a page.</summary>
    public static string TokenIn(string html) => TokenField().Match(html) is { Success: true } match
        ? WebUtility.HtmlDecode(match.Groups["token"].Value)
        : throw new InvalidOperationException("The page has no form with an antiforgery token.");

    public void Dispose() => http.Dispose();

    private static async Task<Answer> AnswerOf(HttpResponseMessage response) =>
        new(response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync(), response.Headers);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TokenField();
}

/// <summary>What came back.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, string Body, System.Net.Http.Headers.HttpResponseHeaders Headers);
