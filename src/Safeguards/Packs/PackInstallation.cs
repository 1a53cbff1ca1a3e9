using Entente.Contracts.Directory;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Safeguards.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Packs;

/// <summary>Checks packs and installs them, dated; a version that is installed stays as it is for ever.</summary>
internal sealed class PackInstallation(AppDbContext db, GoldenCases golden, TextCatalog texts)
{
    /// <summary>Reads a pack from a file and runs its examples.</summary>
    /// <exception cref="RefusedException">What is wrong, each with its place.</exception>
    public async Task<(Pack Pack, string Content, IReadOnlyList<GoldenResult> Run)> ReadAsync(string file, CancellationToken cancellation)
    {
        if (!File.Exists(file)) throw new RefusedException(texts["packs.no-file", file]);
        if (new FileInfo(file).Length > PackReader.Largest * 4L) throw new RefusedException(new PackError("$", "packs.error.large", PackReader.Largest).In(texts));
        return Check((await File.ReadAllTextAsync(file, cancellation)).ReplaceLineEndings("\n"));
    }

    /// <summary>Reads a pack and runs its examples.</summary>
    /// <exception cref="RefusedException">What is wrong, each with its place.</exception>
    public (Pack Pack, string Content, IReadOnlyList<GoldenResult> Run) Check(string content)
    {
        var (pack, errors) = PackReader.Read(content);
        if (pack is null) throw new RefusedException([.. errors.Select(e => e.In(texts))]);
        var run = golden.Run(pack);
        var against = run.Where(r => r.Outcome is GoldenOutcome.Differs or GoldenOutcome.Broken).ToList();
        if (against.Count > 0) throw new RefusedException([.. against.Select(SentenceOf)]);
        return (pack, content, run);
    }

    /// <summary>Installs a pack from a file, saved at once.</summary>
    public async Task<Pack> InstallAsync(string file, CancellationToken cancellation) => await InstallContentAsync((await ReadAsync(file, cancellation)).Content, cancellation);

    /// <summary>Installs a pack, saved at once; the very same pack again changes nothing.</summary>
    /// <exception cref="RefusedException">It is wrong, or another pack is installed under its id and version.</exception>
    public async Task<Pack> InstallContentAsync(string content, CancellationToken cancellation)
    {
        var (pack, _, _) = Check(content);
        var there = await db.Set<PackEdition>().AsNoTracking().Where(p => p.Code == pack.Id && p.Edition == pack.Version).Select(p => p.Hash).SingleOrDefaultAsync(cancellation);
        if (there is not null)
        {
            return there.AsSpan().SequenceEqual(PackEdition.HashOf(content)) ? pack
                : throw new RefusedException(texts["packs.installed-before", pack.Id, pack.Version]);
        }

        db.Write.Action = "safeguards.packs.install";
        db.Add(PackEdition.Of(pack, content, db.Write.Now, db.Write.Viewer.Me()));
        await db.SaveChangesAsync(cancellation);
        return pack;
    }

    private string SentenceOf(GoldenResult result) => result.Path + ": " + (result.Outcome == GoldenOutcome.Differs
        ? texts["packs.golden.differs", result.Case.Title, result.Actual, result.Case.Expect]
        : texts["packs.golden.broken", result.Case.Title, result.Actual]);
}
