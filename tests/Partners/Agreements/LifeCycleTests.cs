using Entente.Contracts.Partners;
using Entente.Partners.Model;

namespace Entente.Partners.Tests.Agreements;

/// <summary>The life of an agreement as a table: every step from every state, allowed or refused.</summary>
public sealed class LifeCycleTests
{
    // Rows: states; columns: Submit Approve Return Send Sign Begin Lapse Terminate Supersede. "-": refused.
    private const string Matrix = """
        Draft           InReview -        -     -               -      -      -       -          -
        InReview        -        Approved Draft -               -      -      -       -          -
        Approved        -        -        Draft OutForSignature -      -      -       -          -
        OutForSignature -        -        Draft -               Signed -      -       -          -
        Signed          -        -        -     -               -      Active -       Terminated Superseded
        Active          -        -        -     -               -      -      Expired Terminated Superseded
        Expired         -        -        -     -               -      -      -       -          -
        Terminated      -        -        -     -               -      -      -       -          -
        Superseded      -        -        -     -               -      -      -       -          -
        """;

    [Fact]
    public void Every_step_from_every_state_leads_where_the_table_says()
    {
        var rows = Matrix.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.Equal(Enum.GetNames<AgreementState>(), rows.Select(r => r[0]));
        foreach (var row in rows)
        {
            var state = Enum.Parse<AgreementState>(row[0]);
            var found = Enum.GetValues<AgreementAction>().Select(a => AgreementLifeCycle.Next(state, a)?.ToString() ?? "-");
            Assert.Equal(row[1..], found);
        }
    }

    [Fact]
    public void A_step_that_is_not_allowed_changes_nothing()
    {
        var content = new AgreementContent { Number = "SX-1", Title = new("Exchange", "交换"), Kind = "student-exchange" };
        var agreement = Agreement.Write(content, default, default, null, Scene.ByNobody());
        foreach (var action in Enum.GetValues<AgreementAction>().Where(a => a != AgreementAction.Submit))
            Assert.Throws<StepRefusedException>(() => agreement.Step(action, Scene.ByNobody()));
        Assert.Equal(AgreementState.Draft, agreement.State);
        Assert.Single(agreement.Steps);

        agreement.Step(AgreementAction.Submit, Scene.ByNobody());
        Assert.Throws<InvalidOperationException>(() => agreement.Rewrite(content with { Number = "SX-2" }, default));
        agreement.Step(AgreementAction.Approve, Scene.ByNobody());
        Assert.Equal(content.Hash(), agreement.ApprovedHash);
        agreement.Step(AgreementAction.Return, Scene.ByNobody());
        Assert.Null(agreement.ApprovedHash);
    }

    [Theory]
    [InlineData(AgreementAction.Submit, PartnersPermissions.SubmitAgreements)]
    [InlineData(AgreementAction.Return, PartnersPermissions.EditAgreements)]
    [InlineData(AgreementAction.Send, PartnersPermissions.SendAgreements)]
    [InlineData(AgreementAction.Sign, PartnersPermissions.SignAgreements)]
    [InlineData(AgreementAction.Terminate, PartnersPermissions.TerminateAgreements)]
    [InlineData(AgreementAction.Approve, null)]
    [InlineData(AgreementAction.Begin, null)]
    [InlineData(AgreementAction.Lapse, null)]
    [InlineData(AgreementAction.Supersede, null)]
    public void Each_step_has_its_permission_or_is_the_house_s(AgreementAction action, string? permission) =>
        Assert.Equal(permission, AgreementLifeCycle.PermissionFor(action));

    [Fact]
    public void A_signed_version_is_never_changed()
    {
        var content = new AgreementContent { Number = "SX-1", Title = new("Exchange", "交换"), Kind = "student-exchange" };
        foreach (var state in Enum.GetValues<AmendmentState>().Where(s => s != AmendmentState.Draft))
        {
            var version = new AgreementVersion(AgreementId.New(), 2, content.ToJson()) { State = state, RecordedAt = default };
            Assert.Throws<InvalidOperationException>(() => version.Rewrite(content with { Number = "SX-2" }));
        }
    }

    [Fact]
    public void A_text_that_contradicts_itself_is_told_where()
    {
        var delft = OrganisationId.New();
        var content = new AgreementContent
        {
            Number = "SX-1",
            Title = new("Exchange", "交换"),
            Kind = "student-exchange",
            Term = TermKind.OpenEnded,
            EffectiveOn = new(2026, 9, 1),
            EndsOn = new(2026, 8, 31),
            RenewalMonths = 12,
            Parties = [new(null, PartyRole.School, []), new(delft, PartyRole.Partner, []), new(delft, PartyRole.Funder, [])],
            Places =
            [
                new("out", PlaceDirection.Out, 3), new("out", PlaceDirection.Out, 4), new("Deep", PlaceDirection.Out, 1), new("more", PlaceDirection.Out, 5, "out"),
                new("turned", PlaceDirection.In, 1, "out"), new("lost", PlaceDirection.Out, 1, "nowhere"), new("a", PlaceDirection.Out, 1, "b"), new("b", PlaceDirection.Out, 1, "a"),
                new("odd", PlaceDirection.Out, 1, null, null, "77"), new("foreign", PlaceDirection.Out, 1, null, null, null, null, OrganisationId.New()),
            ],
        };
        Assert.Equal(
            [
                ("ends-on", "agreements.wrong.end-open"), ("renewal-months", "agreements.wrong.renewal-not-automatic"), ("ends-on", "agreements.wrong.end-before-begin"),
                ("party-1-role", "agreements.wrong.party-twice"),
                ("place-1-code", "agreements.wrong.code-twice"), ("place-2-code", "agreements.wrong.code"), ("place-3-per-year", "agreements.wrong.within-more"),
                ("place-4-within", "agreements.wrong.within-direction"), ("place-5-within", "agreements.wrong.within-unknown"),
                ("place-6-within", "agreements.wrong.within-circle"), ("place-7-within", "agreements.wrong.within-circle"),
                ("place-8-field", "agreements.wrong.field"), ("place-9-partner", "agreements.wrong.place-partner"),
            ],
            ContentRules.Contradictions(content).Select(e => (e.Field, e.TextKey)));
        Assert.Equal(["units", "territory", "notice-months"], ContentRules.Missing(content).Select(e => e.Field));
        var noticed = content with { Term = TermKind.Fixed, RenewalMonths = null, EndsOn = new(2027, 8, 31), NoticeMonths = 13, Parties = [], Places = [] };
        Assert.Equal("agreements.wrong.notice-longer", Assert.Single(ContentRules.Contradictions(noticed)).TextKey);
    }
}
