using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Entente.Ui;

/// <summary>Serves what the build put beside the program, in the compressed form made then where the browser takes it.</summary>
internal static class AssetFiles
{
    public static IApplicationBuilder Use(IApplicationBuilder app)
    {
        if (!Directory.Exists(AssetCatalog.Folder)) return app;
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".br"] = "application/octet-stream";
        app.Use(PreferCompressed);
        return app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/assets",
            FileProvider = new PhysicalFileProvider(AssetCatalog.Folder),
            ContentTypeProvider = types,
            OnPrepareResponse = file => Prepare(file.Context, file.File.Name, types),
        });
    }

    private static Task PreferCompressed(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/assets", StringComparison.Ordinal)
            && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal)
            && !path.Value!.Contains("..", StringComparison.Ordinal)
            && File.Exists(Path.Combine(AssetCatalog.Folder, path.Value["/assets/".Length..] + ".br")))
            context.Request.Path = path + ".br";
        return next(context);
    }

    private static void Prepare(HttpContext context, string name, FileExtensionContentTypeProvider types)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=300";
        headers.Vary = "Accept-Encoding";
        if (!name.EndsWith(".br", StringComparison.Ordinal)) return;
        headers.ContentEncoding = "br";
        if (types.TryGetContentType(name[..^3], out var type)) headers.ContentType = type;
    }
}
