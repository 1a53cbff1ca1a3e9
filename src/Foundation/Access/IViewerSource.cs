using Microsoft.AspNetCore.Http;

namespace Entente.Foundation.Access;

/// <summary>Finds who a request comes from; implemented by the room that keeps accounts.</summary>
public interface IViewerSource
{
    /// <summary>The viewer of a request; <see cref="Viewer.Public"/> where nobody signed in or the session ended.</summary>
    Task<Viewer> OfRequestAsync(HttpContext request, CancellationToken cancellation);
}
