// Writes 250 entities as the rooms would have them: keys, references, texts, dates, indexes.
import { writeFileSync } from "node:fs";
const [target, count] = [process.argv[2], Number(process.argv[3])];
let code = "using Entente.Foundation.Data;\nusing Entente.Foundation.Ids;\nusing Microsoft.EntityFrameworkCore;\nusing Microsoft.EntityFrameworkCore.Metadata.Builders;\nnamespace Entente.Bench.Start;\n";
for (let i = 0; i < count; i++) {
  const other = i === 0 ? 0 : Math.floor(i / 2);
  code += `
public sealed class Thing${i} : Entity<Thing${i}>, IScoped
{
    public LocalizedText Title { get; set; } = LocalizedText.Empty;
    public string Code { get; set; } = "";
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }
    public NodaTime.Instant RecordedAt { get; set; }
    public int Amount { get; set; }
    public Kind${i} Kind { get; set; }
    public Id<Thing${other}>? OtherId { get; set; }
    public byte[] SortKey { get; set; } = [];
}
public enum Kind${i} { One, Two, Three }
internal sealed class Thing${i}Map : IEntityTypeConfiguration<Thing${i}>
{
    public void Configure(EntityTypeBuilder<Thing${i}> builder)
    {
        builder.Property(t => t.Code).HasMaxLength(40);
        builder.HasIndex(t => t.Code).IsUnique();
        builder.HasIndex(t => new { t.Kind, t.From });
    }
}
`;
}
writeFileSync(target, code);
