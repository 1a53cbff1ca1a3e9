using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Entente.Foundation.Texts;

namespace Entente.Ui.Records;

/// <summary>A piece of prose that changed.</summary>
/// <param name="Title">Which, and in which language.</param>
/// <param name="Tag">Its language.</param>
/// <param name="Pieces">What stayed, went and came, in reading order.</param>
public sealed record ProseChange(string Title, string Tag, IReadOnlyList<ProsePiece> Pieces)
{
    /// <summary>Compares by words; Chinese, which has none between spaces, by characters.</summary>
    public static IReadOnlyList<ProsePiece> Parts(string before, string after, Language language)
    {
        IChunker chunker = language == Language.Chinese ? new CharacterChunker() : new WordChunker();
        var pieces = new List<ProsePiece>();
        foreach (var piece in InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false, ignoreCase: false, chunker).Lines)
        {
            var kind = piece.Type switch { ChangeType.Inserted => PieceKind.Came, ChangeType.Deleted => PieceKind.Went, _ => PieceKind.Stayed };
            if (pieces.Count > 0 && pieces[^1].Kind == kind) pieces[^1] = new(kind, pieces[^1].Text + piece.Text);
            else pieces.Add(new(kind, piece.Text));
        }

        return pieces;
    }
}

/// <summary>A stretch of prose and what became of it.</summary>
public sealed record ProsePiece(PieceKind Kind, string Text);

/// <summary>What became of a stretch of prose.</summary>
public enum PieceKind
{
    Stayed,
    Came,
    Went,
}
