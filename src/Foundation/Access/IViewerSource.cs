using Microsoft.AspNetCore.Http;

namespace Entente.Foundation.Access;

/// <summary>Finds who a request comes from; implemented by the room that keeps accounts.</summary>
public interface IViewerSource
{
    /// <summary>The viewer of a request; <see cref="Viewer.Public"/> where nobody signed in or the session ended.</summary>
    Task<Viewer> OfRequestAsync(HttpContext request, CancellationToken cancellation);

    /// <summary>The viewer of an account, for what acts in its name; <see cref="Viewer.Public"/> where it ended or is locked.</summary>
    Task<Viewer> OfAccountAsync(Guid account, CancellationToken cancellation);
}
