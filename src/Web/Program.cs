using Entente.Web;

return await Cli.RunAsync(args);
