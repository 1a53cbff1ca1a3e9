using System.Globalization;
using Entente.Foundation.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Entente.Ui.Pages;

/// <summary>Renders a component to HTML in a language of choice: for print in two languages side by side, for mail, for documents.</summary>
public sealed class Rendering(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>The HTML of a component whose one parameter is its <c>Model</c>.</summary>
    public async Task<MarkupString> InAsync<TComponent>(Language language, object model)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var before = CultureInfo.CurrentUICulture;
            language.Use();
            try
            {
                var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model });
                return new MarkupString((await renderer.RenderComponentAsync<TComponent>(parameters)).ToHtmlString());
            }
            finally
            {
                CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = before;
            }
        });
    }
}
