using Entente.Bench.Pages;

// dotnet run -c Release --project bench/Pages [-- public | partners]
return args switch
{
    ["bare", var port, var folder] => await BareServer.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), folder),
    ["public", ..] or [] => await PublicPages.RunAsync(),
    ["partners", ..] => await PartnerPages.RunAsync(),
    _ => 2,
};
