using Entente.Contracts.Directory;
using Entente.Directory.Answers;
using Entente.Directory.Invitations;
using Entente.Directory.Model;
using Entente.Directory.OwnAccount;
using Entente.Directory.Roles;
using Entente.Directory.Roster;
using Entente.Directory.SignOn;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Accounts;

/// <summary>The part of the directory's door that is about accounts, units and roles.</summary>
internal static class AccountPages
{
    public static void AddAccounts(this IServiceCollection services)
    {
        // A lone scheme would otherwise be taken for the way people are known, and an open challenge for a person.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", true);
        // Between asking for a passkey and receiving its answer, the challenge travels in this sealed cookie.
        services.AddAuthentication().AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            cookie.Cookie.Name = "passkey";
            cookie.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict;
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
        services.AddSingleton<Microsoft.Extensions.Options.IOptions<PasswordHasherOptions>>(PasswordCheck.Hashing);
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>();
        services.AddIdentityCore<Account>(identity => identity.User.AllowedUserNameCharacters = "")
            .AddUserManager<AccountKeeping>()
            .AddUserStore<AccountStore>()
            .AddSignInManager();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ResidentKeyRequirement = "required";
            passkeys.UserVerificationRequirement = "required";
            passkeys.AuthenticatorTimeout = TimeSpan.FromMinutes(5);
        });
        services.AddLimits();
        services.AddSignOn();
        services.AddRoster();
        services.AddScoped<Invitations.Invitations>();
        services.AddScoped<PasswordResets>();
        services.AddScoped<AccountMail>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<Sessions>();
        services.AddScoped<IViewerSource>(provider => provider.GetRequiredService<Sessions>());
        services.AddScoped<Viewers>();
        services.AddScoped<NewAccount>();
        services.AddScoped<AccountPersons>();
        services.AddScoped<Ui.Forms.IPickSource, AccountPersonPick>();
        services.AddSingleton<RolePermissions>();
        services.AddScoped<IAccounts, Answers.Accounts>();
        services.AddScoped<IUnits, Answers.Units>();
        services.AddSingleton<ICommandSource, UserCommands>();
        services.AddSingleton<Entente.Ui.Pages.IMenuSource, AccountMenu>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        SignIn.Map(routes);
        SignInWithPasskey.Map(routes);
        SignOnSetup.Map(routes);
        ForgottenPassword.Map(routes);
        AcceptInvitation.Map(routes);
        InviteAccount.Map(routes);
        KeepInvitations.Map(routes);
        AccountList.Map(routes);
        ShowAccount.Map(routes);
        KeepAccount.Map(routes);
        LinkPerson.Map(routes);
        GrantRole.Map(routes);
        LendRole.Map(routes);
        KeepUnits.Map(routes);
        RosterSetup.Map(routes);
        ShowOwnAccount.Map(routes);
        KeepOwnAccount.Map(routes);
        ChooseOwnLanguage.Map(routes);
        ChooseNotices.Map(routes);
        KeepPasskeys.Map(routes);
    }
}
