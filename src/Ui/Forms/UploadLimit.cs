using Microsoft.AspNetCore.Http.Metadata;

namespace Entente.Ui.Forms;

/// <summary>The most bytes a route takes: room for a file over its limit, so that it is answered with a sentence and not with a broken connection.</summary>
/// <param name="MaxRequestBodySize">The bytes.</param>
public sealed record UploadLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
