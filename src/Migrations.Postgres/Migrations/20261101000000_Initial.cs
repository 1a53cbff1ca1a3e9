using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Entente.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "directory_organisation_import",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Digest = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    New = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Unchanged = table.Column<int>(type: "integer", nullable: false),
                    Refused = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_organisation_import", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "directory_person",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    SortKey = table.Column<byte[]>(type: "bytea", maxLength: 160, nullable: false),
                    SortKeyZh = table.Column<byte[]>(type: "bytea", maxLength: 160, nullable: false),
                    Orcid = table.Column<string>(type: "character varying(19)", maxLength: 19, nullable: true),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_person", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "directory_unit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_unit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_unit_directory_unit_ParentId",
                        column: x => x.ParentId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "foundation_job",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    EnqueuedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    RunAfter = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Lease = table.Column<Guid>(type: "uuid", nullable: true),
                    LeasedUntil = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    FinishedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_job", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_log_entry",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<Guid>(type: "uuid", nullable: true),
                    Action = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Record = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordVersion = table.Column<int>(type: "integer", nullable: false),
                    Changes = table.Column<string>(type: "text", nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: true),
                    Seal = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_log_entry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_recurring_due",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Cron = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    DueAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_recurring_due", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "directory_organisation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    SortKey = table.Column<byte[]>(type: "bytea", maxLength: 160, nullable: false),
                    SortKeyZh = table.Column<byte[]>(type: "bytea", maxLength: 160, nullable: false),
                    Ror = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: true),
                    Country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    City = table.Column<string>(type: "text", nullable: false),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true),
                    Types = table.Column<int>(type: "integer", maxLength: 40, nullable: false),
                    Website = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Domains = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Release = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Digest = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_organisation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_organisation_directory_organisation_import_Import~",
                        column: x => x.ImportId,
                        principalTable: "directory_organisation_import",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_account",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    NormalizedEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: false),
                    FailedSignIns = table.Column<int>(type: "integer", nullable: false),
                    LockedUntil = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_account", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_account_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_person_email",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Folded = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_person_email", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_person_email_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_person_name",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Family = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Given = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    FamilyFirst = table.Column<bool>(type: "boolean", nullable: false),
                    Full = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Folded = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_person_name", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_person_name_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners_agreement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_agreement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_agreement_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_organisation_name",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Folded = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_organisation_name", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_organisation_name_directory_organisation_Organisa~",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_organisation_relation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FromId = table.Column<Guid>(type: "uuid", nullable: true),
                    FromRor = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: true),
                    ToId = table.Column<Guid>(type: "uuid", nullable: true),
                    ToRor = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: true),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_organisation_relation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_organisation_relation_directory_organisation_From~",
                        column: x => x.FromId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_organisation_relation_directory_organisation_ToId",
                        column: x => x.ToId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_person_affiliation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitText = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_person_affiliation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_person_affiliation_directory_organisation_Organis~",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_person_affiliation_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_person_affiliation_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_person_distinction",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: true),
                    Evidence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    VerifiedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    VerifiedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_person_distinction", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_person_distinction_directory_account_VerifiedBy",
                        column: x => x.VerifiedBy,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_person_distinction_directory_organisation_Organis~",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_person_distinction_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_person_merge",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MergedId = table.Column<Guid>(type: "uuid", nullable: false),
                    CanonicalId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    UndoneBy = table.Column<Guid>(type: "uuid", nullable: true),
                    UndoneAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_person_merge", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_person_merge_directory_account_By",
                        column: x => x.By,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_person_merge_directory_account_UndoneBy",
                        column: x => x.UndoneBy,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_person_merge_directory_person_CanonicalId",
                        column: x => x.CanonicalId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_person_merge_directory_person_MergedId",
                        column: x => x.MergedId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_persons_apart",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_persons_apart", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_persons_apart_directory_account_By",
                        column: x => x.By,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_persons_apart_directory_person_FirstId",
                        column: x => x.FirstId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_persons_apart_directory_person_SecondId",
                        column: x => x.SecondId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_person_alias",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    CanonicalId = table.Column<Guid>(type: "uuid", nullable: false),
                    MergeId = table.Column<Guid>(type: "uuid", nullable: false),
                    EndedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    EndedByMergeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_person_alias", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_person_alias_directory_person_CanonicalId",
                        column: x => x.CanonicalId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_person_alias_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_person_alias_directory_person_merge_EndedByMergeId",
                        column: x => x.EndedByMergeId,
                        principalTable: "directory_person_merge",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_person_alias_directory_person_merge_MergeId",
                        column: x => x.MergeId,
                        principalTable: "directory_person_merge",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_directory_account_NormalizedEmail",
                table: "directory_account",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_directory_account_PersonId",
                table: "directory_account",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_organisation_Country_SortKey",
                table: "directory_organisation",
                columns: new[] { "Country", "SortKey" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_organisation_ImportId",
                table: "directory_organisation",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_organisation_Ror",
                table: "directory_organisation",
                column: "Ror",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_directory_organisation_SortKey_Id",
                table: "directory_organisation",
                columns: new[] { "SortKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_organisation_SortKeyZh_Id",
                table: "directory_organisation",
                columns: new[] { "SortKeyZh", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_organisation_name_OrganisationId",
                table: "directory_organisation_name",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_organisation_relation_FromId",
                table: "directory_organisation_relation",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_organisation_relation_ToId",
                table: "directory_organisation_relation",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_Orcid",
                table: "directory_person",
                column: "Orcid");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_SortKey_Id",
                table: "directory_person",
                columns: new[] { "SortKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_SortKeyZh_Id",
                table: "directory_person",
                columns: new[] { "SortKeyZh", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_affiliation_OrganisationId",
                table: "directory_person_affiliation",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_affiliation_PersonId",
                table: "directory_person_affiliation",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_affiliation_UnitId",
                table: "directory_person_affiliation",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_alias_CanonicalId",
                table: "directory_person_alias",
                column: "CanonicalId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_alias_EndedByMergeId",
                table: "directory_person_alias",
                column: "EndedByMergeId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_alias_MergeId",
                table: "directory_person_alias",
                column: "MergeId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_alias_PersonId",
                table: "directory_person_alias",
                column: "PersonId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_distinction_OrganisationId",
                table: "directory_person_distinction",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_distinction_PersonId",
                table: "directory_person_distinction",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_distinction_VerifiedBy",
                table: "directory_person_distinction",
                column: "VerifiedBy");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_email_Folded",
                table: "directory_person_email",
                column: "Folded");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_email_PersonId",
                table: "directory_person_email",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_merge_By",
                table: "directory_person_merge",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_merge_CanonicalId",
                table: "directory_person_merge",
                column: "CanonicalId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_merge_MergedId",
                table: "directory_person_merge",
                column: "MergedId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_merge_UndoneBy",
                table: "directory_person_merge",
                column: "UndoneBy");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_name_Folded",
                table: "directory_person_name",
                column: "Folded");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_name_PersonId",
                table: "directory_person_name",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_persons_apart_By",
                table: "directory_persons_apart",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_directory_persons_apart_FirstId_SecondId",
                table: "directory_persons_apart",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_directory_persons_apart_SecondId",
                table: "directory_persons_apart",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_unit_Code",
                table: "directory_unit",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_directory_unit_ParentId",
                table: "directory_unit",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_job_EnqueuedAt",
                table: "foundation_job",
                column: "EnqueuedAt");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_job_Kind_Key",
                table: "foundation_job",
                columns: new[] { "Kind", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_job_State_RunAfter",
                table: "foundation_job",
                columns: new[] { "State", "RunAfter" });

            migrationBuilder.CreateIndex(
                name: "IX_foundation_log_entry_Position",
                table: "foundation_log_entry",
                column: "Position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_log_entry_Record_Id",
                table: "foundation_log_entry",
                columns: new[] { "Record", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_Number",
                table: "partners_agreement",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_UnitId",
                table: "partners_agreement",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "directory_organisation_name");

            migrationBuilder.DropTable(
                name: "directory_organisation_relation");

            migrationBuilder.DropTable(
                name: "directory_person_affiliation");

            migrationBuilder.DropTable(
                name: "directory_person_alias");

            migrationBuilder.DropTable(
                name: "directory_person_distinction");

            migrationBuilder.DropTable(
                name: "directory_person_email");

            migrationBuilder.DropTable(
                name: "directory_person_name");

            migrationBuilder.DropTable(
                name: "directory_persons_apart");

            migrationBuilder.DropTable(
                name: "foundation_job");

            migrationBuilder.DropTable(
                name: "foundation_log_entry");

            migrationBuilder.DropTable(
                name: "foundation_recurring_due");

            migrationBuilder.DropTable(
                name: "partners_agreement");

            migrationBuilder.DropTable(
                name: "directory_person_merge");

            migrationBuilder.DropTable(
                name: "directory_organisation");

            migrationBuilder.DropTable(
                name: "directory_unit");

            migrationBuilder.DropTable(
                name: "directory_account");

            migrationBuilder.DropTable(
                name: "directory_organisation_import");

            migrationBuilder.DropTable(
                name: "directory_person");
        }
    }
}
