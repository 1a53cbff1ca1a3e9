using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Letters;
using Entente.Foundation.Texts;

namespace Entente.Ui.Letters;

/// <summary>What the viewer sent and did not arrive: one line a letter, however many of its copies, and one for every other mail.</summary>
internal sealed class UndeliveredOnDesk(Undelivered undelivered, TextCatalog texts) : IDeskSource
{
    private const int Most = 20;

    public async Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation)
    {
        if (viewer.Account is not { } account) return [];
        return
        [
            .. (await undelivered.LettersAsync(account, Most, cancellation)).Select(l => new DeskLine(
                l.Copies == 1 ? texts.InEach("letters.desk.undelivered", l.Subject, l.Name, l.Error) : texts.InEach("letters.desk.undelivered.several", l.Subject, l.Copies),
                $"{LetterPages.Route}/{l.Id}?which=failed", "letters.desk.look", null, "mail")),
            .. (await undelivered.MailsAsync(account, Most, cancellation)).Select(m => new DeskLine(
                texts.InEach("letters.desk.mail", m.Subject, m.Name ?? m.Address, m.Error), UndeliveredMail.Address(m.Id), "letters.desk.look", null, "mail")),
        ];
    }
}
