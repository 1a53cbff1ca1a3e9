using Entente.Bench.Pages;

// ./dev bench api
return args is ["bare", var port, var folder]
    ? await BareServer.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), folder)
    : await Entente.Bench.Api.ApiLists.RunAsync();
