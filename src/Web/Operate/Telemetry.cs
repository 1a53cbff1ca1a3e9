using System.Diagnostics;
using Entente.Foundation.Settings;
using Entente.Foundation.Telemetry;
using Npgsql;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Entente.Web.Operate;

/// <summary>
/// Traces and metrics to a collector of the operator's (OpenTelemetry, OTLP over HTTP) where <c>Entente__Otlp</c> names one; the running log as
/// lines of JSON where <c>Entente__Logs</c> is <c>json</c>. A trace names the pattern of an address, never the address: links are secrets, and a
/// search says who is looked for.
/// </summary>
internal static class Telemetry
{
    private static readonly string[] Telling = ["url.path", "url.query", "url.full", "client.address", "client.port", "user_agent.original", "server.address"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (Logs(builder.Configuration["Entente:Logs"])) builder.Logging.ClearProviders().AddJsonConsole(console => console.IncludeScopes = false);
        if (Collector(builder.Configuration["Entente:Otlp"]) is not { } collector) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("entente", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString()))
            .WithTracing(traces => traces
                .AddSource(Signals.Name).AddNpgsql()
                .AddAspNetCoreInstrumentation(options => options.EnrichWithHttpResponse = (activity, response) => Unname(activity, response.HttpContext))
                .AddOtlpExporter(options => To(options, collector, "v1/traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(Signals.Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation()
                .AddOtlpExporter(options => To(options, collector, "v1/metrics")));
    }

    private static void To(OtlpExporterOptions options, Uri collector, string signal)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new(collector, signal);
    }

    private static void Unname(Activity activity, HttpContext context)
    {
        foreach (var tag in Telling) activity.SetTag(tag, null);
        activity.DisplayName = $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "–"}";
    }

    private static Uri? Collector(string? value) => value is not { Length: > 0 } ? null
        : Uri.TryCreate(value.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
        : throw new SettingException("Entente__Otlp", $"'{value}' is no address of a collector such as http://localhost:4318.");

    private static bool Logs(string? value) => value switch
    {
        null or "" or "text" => false,
        "json" => true,
        _ => throw new SettingException("Entente__Logs", $"'{value}' is neither text nor json."),
    };
}
