using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

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
                    IsAnnounced = table.Column<bool>(type: "boolean", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
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
                name: "figures_site_setting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Row = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    University = table.Column<string>(type: "text", nullable: false),
                    Hero = table.Column<string>(type: "text", nullable: false),
                    Featured = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Licence = table.Column<string>(type: "text", nullable: false),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true),
                    IsDemo = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_figures_site_setting", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_import_run",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Permission = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Unit = table.Column<Guid>(type: "uuid", nullable: true),
                    Account = table.Column<Guid>(type: "uuid", nullable: true),
                    StartedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FileHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    New = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Unchanged = table.Column<int>(type: "integer", nullable: false),
                    Undecided = table.Column<int>(type: "integer", nullable: false),
                    Suggested = table.Column<int>(type: "integer", nullable: false),
                    Refused = table.Column<int>(type: "integer", nullable: false),
                    LeftOut = table.Column<int>(type: "integer", nullable: false),
                    CheckingSince = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Looked = table.Column<int>(type: "integer", nullable: false),
                    HasMoved = table.Column<bool>(type: "boolean", nullable: false),
                    HeaderJson = table.Column<string>(type: "text", nullable: false),
                    FindingsJson = table.Column<string>(type: "text", nullable: false),
                    ReadingJson = table.Column<string>(type: "text", nullable: false),
                    MapJson = table.Column<string>(type: "text", nullable: true),
                    ReachJson = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_import_run", x => x.Id);
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
                name: "foundation_key_mark",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Fingerprint = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_key_mark", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "foundation_letter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    Unit = table.Column<Guid>(type: "uuid", nullable: false),
                    MadeBy = table.Column<Guid>(type: "uuid", nullable: true),
                    MadeByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    DiscardedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_letter", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_letter_template",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    ArchivedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_letter_template", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_log_checkpoint",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    Seal = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    KeyName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Signature = table.Column<byte[]>(type: "bytea", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_log_checkpoint", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "foundation_log_entry",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Actor = table.Column<Guid>(type: "uuid", nullable: true),
                    OnBehalfOf = table.Column<Guid>(type: "uuid", nullable: true),
                    Unit = table.Column<Guid>(type: "uuid", nullable: true),
                    Action = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Record = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordVersion = table.Column<int>(type: "integer", nullable: false),
                    Changes = table.Column<string>(type: "text", nullable: false),
                    Mac = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: true),
                    Seal = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_log_entry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_log_head",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    Seal = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    KeyName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Signature = table.Column<byte[]>(type: "bytea", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_log_head", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_log_key",
                columns: table => new
                {
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_log_key", x => x.Subject);
                });

            migrationBuilder.CreateTable(
                name: "foundation_mail",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: true),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Html = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ReplyTo = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    ReplyToName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_mail", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_outside_link",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SubjectKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SubjectKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Instance = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Unit = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    MadeBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Mail = table.Column<Guid>(type: "uuid", nullable: true),
                    ExpiresAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    AnsweredAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_outside_link", x => x.Id);
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
                name: "foundation_remembered_mapping",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HeaderKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Map = table.Column<string>(type: "text", nullable: false),
                    UsedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_remembered_mapping", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_search_entry",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Record = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Detail = table.Column<string>(type: "text", nullable: true),
                    Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Names = table.Column<string>(type: "text", nullable: false),
                    Terms = table.Column<string>(type: "text", nullable: false),
                    Weight = table.Column<int>(type: "integer", nullable: false),
                    Length = table.Column<int>(type: "integer", nullable: false),
                    Unit = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_search_entry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_stored_file",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    OwnerKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    OwnerKey = table.Column<Guid>(type: "uuid", nullable: false),
                    UploadedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    UploadedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_stored_file", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_stored_key",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_stored_key", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "partners_agreement_kind",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    IsOffered = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_agreement_kind", x => x.Id);
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
                    SortKey = table.Column<byte[]>(type: "bytea", maxLength: 160, nullable: false),
                    Folded = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    PasswordHash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    FailedSignIns = table.Column<int>(type: "integer", nullable: false),
                    LockedUntil = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    LockedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    CreatedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
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
                    Roman = table.Column<string>(type: "character varying(960)", maxLength: 960, nullable: false),
                    Letters = table.Column<string>(type: "character varying(960)", maxLength: 960, nullable: false),
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
                name: "foundation_import_answer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Question = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    IsPersons = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_import_answer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_foundation_import_answer_foundation_import_run_RunId",
                        column: x => x.RunId,
                        principalTable: "foundation_import_run",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "foundation_import_file",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_import_file", x => x.Id);
                    table.ForeignKey(
                        name: "FK_foundation_import_file_foundation_import_run_RunId",
                        column: x => x.RunId,
                        principalTable: "foundation_import_run",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "foundation_import_row",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Label = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    IsLeftOut = table.Column<bool>(type: "boolean", nullable: false),
                    IsCorrected = table.Column<bool>(type: "boolean", nullable: false),
                    Basis = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    CellsJson = table.Column<string>(type: "text", nullable: false),
                    ReadingJson = table.Column<string>(type: "text", nullable: true),
                    FindingsJson = table.Column<string>(type: "text", nullable: true),
                    QuestionsJson = table.Column<string>(type: "text", nullable: true),
                    ChangesJson = table.Column<string>(type: "text", nullable: true),
                    EffectsJson = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_import_row", x => x.Id);
                    table.ForeignKey(
                        name: "FK_foundation_import_row_foundation_import_run_RunId",
                        column: x => x.RunId,
                        principalTable: "foundation_import_run",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "foundation_letter_recipient",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LetterId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Mail = table.Column<Guid>(type: "uuid", nullable: true),
                    BouncedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    BounceReason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_letter_recipient", x => x.Id);
                    table.ForeignKey(
                        name: "FK_foundation_letter_recipient_foundation_letter_LetterId",
                        column: x => x.LetterId,
                        principalTable: "foundation_letter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "foundation_link_signature",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LinkId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    TypedName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_link_signature", x => x.Id);
                    table.ForeignKey(
                        name: "FK_foundation_link_signature_foundation_outside_link_LinkId",
                        column: x => x.LinkId,
                        principalTable: "foundation_outside_link",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "foundation_letter_reply",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    RecordKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Recipient = table.Column<Guid>(type: "uuid", nullable: true),
                    Unit = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    FromName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FromEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    IsSenderKnown = table.Column<bool>(type: "boolean", nullable: false),
                    Subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    FiledAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    FiledBy = table.Column<Guid>(type: "uuid", nullable: true),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_letter_reply", x => x.Id);
                    table.ForeignKey(
                        name: "FK_foundation_letter_reply_foundation_stored_file_FileId",
                        column: x => x.FileId,
                        principalTable: "foundation_stored_file",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners_renewal_alert",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KindId = table.Column<Guid>(type: "uuid", nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_renewal_alert", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_renewal_alert_partners_agreement_kind_KindId",
                        column: x => x.KindId,
                        principalTable: "partners_agreement_kind",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                    Key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
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
                name: "partners_contact",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Signs = table.Column<bool>(type: "boolean", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_contact", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_contact_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_contact_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_contact_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners_partner_profile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Featured = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_partner_profile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_partner_profile_directory_organisation_Organisatio~",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_account_link",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TokenHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    InvitedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    RoleTo = table.Column<DateOnly>(type: "date", nullable: true),
                    CreatedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_account_link", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_account_link_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_account_link_directory_account_CreatedAccountId",
                        column: x => x.CreatedAccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_account_link_directory_account_InvitedById",
                        column: x => x.InvitedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_account_link_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_delegation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HolderId = table.Column<Guid>(type: "uuid", nullable: false),
                    DelegateId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    MadeAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_delegation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_delegation_directory_account_DelegateId",
                        column: x => x.DelegateId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_delegation_directory_account_HolderId",
                        column: x => x.HolderId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_delegation_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_external_identity",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Issuer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Label = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LinkedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_external_identity", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_external_identity_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_passkey",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    CredentialId = table.Column<byte[]>(type: "bytea", maxLength: 1023, nullable: false),
                    PublicKey = table.Column<byte[]>(type: "bytea", maxLength: 1000, nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    CreatedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    SignCount = table.Column<long>(type: "bigint", nullable: false),
                    Transports = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    IsUserVerified = table.Column<bool>(type: "boolean", nullable: false),
                    IsBackupEligible = table.Column<bool>(type: "boolean", nullable: false),
                    IsBackedUp = table.Column<bool>(type: "boolean", nullable: false),
                    Attestation = table.Column<byte[]>(type: "bytea", maxLength: 8000, nullable: false),
                    ClientData = table.Column<byte[]>(type: "bytea", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_passkey", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_passkey_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_person_affiliation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitText = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ReplacedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_person_affiliation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_person_affiliation_directory_account_WithdrawnBy",
                        column: x => x.WithdrawnBy,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                        name: "FK_directory_person_affiliation_directory_person_affiliation_R~",
                        column: x => x.ReplacedBy,
                        principalTable: "directory_person_affiliation",
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
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: true),
                    Evidence = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    VerifiedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    VerifiedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ReplacedBy = table.Column<Guid>(type: "uuid", nullable: true)
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
                        name: "FK_directory_person_distinction_directory_account_WithdrawnBy",
                        column: x => x.WithdrawnBy,
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
                    table.ForeignKey(
                        name: "FK_directory_person_distinction_directory_person_distinction_R~",
                        column: x => x.ReplacedBy,
                        principalTable: "directory_person_distinction",
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
                name: "directory_role_grant",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    GrantedById = table.Column<Guid>(type: "uuid", nullable: true),
                    GrantedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    IsAnnounced = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_role_grant", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_role_grant_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_role_grant_directory_account_GrantedById",
                        column: x => x.GrantedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_role_grant_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_roster_run",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    Files = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Created = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Ended = table.Column<int>(type: "integer", nullable: false),
                    Unchanged = table.Column<int>(type: "integer", nullable: false),
                    LeftOut = table.Column<int>(type: "integer", nullable: false),
                    Before = table.Column<int>(type: "integer", nullable: false),
                    Leaving = table.Column<int>(type: "integer", nullable: false),
                    DecidedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_roster_run", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_roster_run_directory_account_ById",
                        column: x => x.ById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_roster_run_directory_account_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_session",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Issuer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    IsKept = table.Column<bool>(type: "boolean", nullable: false),
                    StartedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    LastSeenAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Address = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: false),
                    Agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_session", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_session_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "figures_page_text",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Markdown = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SavedById = table.Column<Guid>(type: "uuid", nullable: true),
                    SavedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    PublishedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_figures_page_text", x => x.Id);
                    table.ForeignKey(
                        name: "FK_figures_page_text_directory_account_SavedById",
                        column: x => x.SavedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "figures_vintage",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FigureId = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    DefinitionVersion = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Restatement = table.Column<int>(type: "integer", nullable: false),
                    Cause = table.Column<string>(type: "text", nullable: true),
                    Value = table.Column<long>(type: "bigint", nullable: false),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsWithheld = table.Column<bool>(type: "boolean", nullable: false),
                    Records = table.Column<int>(type: "integer", nullable: false),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    PublishedById = table.Column<Guid>(type: "uuid", nullable: true),
                    PublishedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Report = table.Column<byte[]>(type: "bytea", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_figures_vintage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_figures_vintage_directory_account_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners_fact_sheet",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LinkId = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_fact_sheet", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_fact_sheet_directory_account_DecidedBy",
                        column: x => x.DecidedBy,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_fact_sheet_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_fact_sheet_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_fact_sheet_foundation_outside_link_LinkId",
                        column: x => x.LinkId,
                        principalTable: "foundation_outside_link",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners_open_point",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    SettledAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    SettledById = table.Column<Guid>(type: "uuid", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_open_point", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_open_point_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_open_point_directory_account_SettledById",
                        column: x => x.SettledById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_open_point_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_open_point_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "safeguards_calendar_feed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguards_calendar_feed", x => x.Id);
                    table.ForeignKey(
                        name: "FK_safeguards_calendar_feed_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "safeguards_follow",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SubjectKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Since = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguards_follow", x => x.Id);
                    table.ForeignKey(
                        name: "FK_safeguards_follow_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "safeguards_gate_exception",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Gate = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SubjectKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SubjectKey = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Checks = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    GrantedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    EndedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    EndedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguards_gate_exception", x => x.Id);
                    table.ForeignKey(
                        name: "FK_safeguards_gate_exception_directory_account_ById",
                        column: x => x.ById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_safeguards_gate_exception_directory_account_EndedById",
                        column: x => x.EndedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_safeguards_gate_exception_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "safeguards_obligation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SubjectKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Instance = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Address = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    ShowFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OwedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    ClosedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Receipt = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    EvidenceId = table.Column<Guid>(type: "uuid", nullable: true),
                    RemindedAt = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguards_obligation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_safeguards_obligation_directory_account_ClosedById",
                        column: x => x.ClosedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_safeguards_obligation_directory_account_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_safeguards_obligation_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_safeguards_obligation_foundation_stored_file_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "foundation_stored_file",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "safeguards_pack_edition",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Edition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    InstalledAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    InstalledById = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguards_pack_edition", x => x.Id);
                    table.ForeignKey(
                        name: "FK_safeguards_pack_edition_directory_account_InstalledById",
                        column: x => x.InstalledById,
                        principalTable: "directory_account",
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
                    KindId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LeadPartnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    ResponsibleId = table.Column<Guid>(type: "uuid", nullable: true),
                    ResponsiblePersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    LiaisonId = table.Column<Guid>(type: "uuid", nullable: true),
                    PredecessorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Content = table.Column<string>(type: "text", nullable: false),
                    ContentHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    TextVersion = table.Column<int>(type: "integer", nullable: false),
                    ApprovedHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    Seal = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    Term = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reciprocal = table.Column<bool>(type: "boolean", nullable: false),
                    CarryOverYears = table.Column<int>(type: "integer", nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<string>(type: "text", nullable: true),
                    NoticeOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RenewalDecidedFor = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_agreement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_agreement_directory_account_ResponsibleId",
                        column: x => x.ResponsibleId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_agreement_directory_organisation_LeadPartnerId",
                        column: x => x.LeadPartnerId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_agreement_directory_person_ResponsiblePersonId",
                        column: x => x.ResponsiblePersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_agreement_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_agreement_partners_agreement_PredecessorId",
                        column: x => x.PredecessorId,
                        principalTable: "partners_agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_agreement_partners_agreement_kind_KindId",
                        column: x => x.KindId,
                        principalTable: "partners_agreement_kind",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_agreement_partners_contact_LiaisonId",
                        column: x => x.LiaisonId,
                        principalTable: "partners_contact",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_roster_member",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Issuer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    AffiliationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Said = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    SaidName = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false),
                    SaidMail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    SaidTitle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_roster_member", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_roster_member_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_roster_member_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_roster_member_directory_person_affiliation_Affili~",
                        column: x => x.AffiliationId,
                        principalTable: "directory_person_affiliation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_roster_member_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
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

            migrationBuilder.CreateTable(
                name: "directory_roster_file",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Packed = table.Column<byte[]>(type: "bytea", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_roster_file", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_roster_file_directory_roster_run_RunId",
                        column: x => x.RunId,
                        principalTable: "directory_roster_run",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directory_roster_line",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    File = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Row = table.Column<int>(type: "integer", nullable: true),
                    Column = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    TextKey = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Args = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    SettledAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_roster_line", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_roster_line_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_roster_line_directory_roster_run_RunId",
                        column: x => x.RunId,
                        principalTable: "directory_roster_run",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "figures_frozen_record",
                columns: table => new
                {
                    VintageId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Record = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordVersion = table.Column<int>(type: "integer", nullable: false),
                    CountedAs = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CountedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_figures_frozen_record", x => new { x.VintageId, x.Place });
                    table.ForeignKey(
                        name: "FK_figures_frozen_record_figures_vintage_VintageId",
                        column: x => x.VintageId,
                        principalTable: "figures_vintage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "safeguards_gate_passing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Gate = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SubjectKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SubjectKey = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    IsOpen = table.Column<bool>(type: "boolean", nullable: false),
                    ExceptionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguards_gate_passing", x => x.Id);
                    table.ForeignKey(
                        name: "FK_safeguards_gate_passing_directory_account_ById",
                        column: x => x.ById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_safeguards_gate_passing_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_safeguards_gate_passing_safeguards_gate_exception_Exception~",
                        column: x => x.ExceptionId,
                        principalTable: "safeguards_gate_exception",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "safeguards_obligation_delegation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ObligationId = table.Column<Guid>(type: "uuid", nullable: false),
                    DelegateId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    MadeAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguards_obligation_delegation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_safeguards_obligation_delegation_directory_account_ById",
                        column: x => x.ById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_safeguards_obligation_delegation_directory_account_Delegate~",
                        column: x => x.DelegateId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_safeguards_obligation_delegation_safeguards_obligation_Obli~",
                        column: x => x.ObligationId,
                        principalTable: "safeguards_obligation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "safeguards_approval_request",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SubjectKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Chain = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    EditionId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Address = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ContentHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CurrentStep = table.Column<int>(type: "integer", nullable: false),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguards_approval_request", x => x.Id);
                    table.ForeignKey(
                        name: "FK_safeguards_approval_request_directory_account_AskedById",
                        column: x => x.AskedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_safeguards_approval_request_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_safeguards_approval_request_safeguards_pack_edition_Edition~",
                        column: x => x.EditionId,
                        principalTable: "safeguards_pack_edition",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners_agreement_document",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    TextVersion = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsSealed = table.Column<bool>(type: "boolean", nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    WithdrawnById = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_agreement_document", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_agreement_document_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_agreement_document_directory_account_WithdrawnById",
                        column: x => x.WithdrawnById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_agreement_document_foundation_stored_file_FileId",
                        column: x => x.FileId,
                        principalTable: "foundation_stored_file",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_agreement_document_partners_agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "partners_agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners_agreement_party",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_agreement_party", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_agreement_party_directory_organisation_Organisatio~",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_agreement_party_partners_agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "partners_agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "partners_agreement_step",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    To = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_agreement_step", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_agreement_step_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_agreement_step_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_agreement_step_partners_agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "partners_agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "partners_agreement_unit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_agreement_unit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_agreement_unit_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_agreement_unit_partners_agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "partners_agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "partners_agreement_version",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "text", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    ApprovedHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_agreement_version", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_agreement_version_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_agreement_version_partners_agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "partners_agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "partners_note",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_note", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_note_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_note_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_note_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_note_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_note_partners_agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "partners_agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners_party_signature",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    TextVersion = table.Column<int>(type: "integer", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Signatory = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_party_signature", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_party_signature_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_party_signature_directory_organisation_Organisatio~",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_party_signature_partners_agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "partners_agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners_place_entry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    AcademicYear = table.Column<int>(type: "integer", nullable: false),
                    Direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Place = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Hundredths = table.Column<int>(type: "integer", nullable: false),
                    SourceKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SourceKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    WithdrawReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_place_entry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_place_entry_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_place_entry_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_place_entry_partners_agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "partners_agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners_place_line",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PerYear = table.Column<int>(type: "integer", nullable: false),
                    Within = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Field = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    AcademicYear = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_place_line", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_place_line_directory_organisation_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_place_line_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_place_line_partners_agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "partners_agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "partners_place_year",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    AcademicYear = table.Column<int>(type: "integer", nullable: false),
                    Out = table.Column<int>(type: "integer", nullable: false),
                    In = table.Column<int>(type: "integer", nullable: false),
                    Changes = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_place_year", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_place_year_partners_agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "partners_agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "safeguards_verdict",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PassingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Check = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Sentence = table.Column<string>(type: "text", nullable: false),
                    EditionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Inputs = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguards_verdict", x => x.Id);
                    table.ForeignKey(
                        name: "FK_safeguards_verdict_safeguards_gate_passing_PassingId",
                        column: x => x.PassingId,
                        principalTable: "safeguards_gate_passing",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_safeguards_verdict_safeguards_pack_edition_EditionId",
                        column: x => x.EditionId,
                        principalTable: "safeguards_pack_edition",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "safeguards_approval_step",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    WithinWorkingDays = table.Column<int>(type: "integer", nullable: false),
                    DecideBy = table.Column<DateOnly>(type: "date", nullable: true),
                    RemindedAt = table.Column<int>(type: "integer", nullable: true),
                    Decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    OnBehalfOfId = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguards_approval_step", x => x.Id);
                    table.ForeignKey(
                        name: "FK_safeguards_approval_step_directory_account_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_safeguards_approval_step_directory_account_OnBehalfOfId",
                        column: x => x.OnBehalfOfId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_safeguards_approval_step_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_safeguards_approval_step_safeguards_approval_request_Reques~",
                        column: x => x.RequestId,
                        principalTable: "safeguards_approval_request",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "partners_agreement_kind",
                columns: new[] { "Id", "Code", "IsOffered", "Name", "Order", "Version" },
                values: new object[,]
                {
                    { new Guid("019a0000-0001-7000-8000-000000000001"), "memorandum", true, "{\"en\":\"Memorandum of understanding\",\"zh-Hans\":\"合作备忘录\"}", 0, 1 },
                    { new Guid("019a0000-0001-7000-8000-000000000002"), "student-exchange", true, "{\"en\":\"Student exchange\",\"zh-Hans\":\"学生交换\"}", 1, 1 },
                    { new Guid("019a0000-0001-7000-8000-000000000003"), "joint-cultivation", true, "{\"en\":\"Joint cultivation\",\"zh-Hans\":\"联合培养\"}", 2, 1 },
                    { new Guid("019a0000-0001-7000-8000-000000000004"), "dual-degree", true, "{\"en\":\"Dual degree\",\"zh-Hans\":\"双学位\"}", 3, 1 },
                    { new Guid("019a0000-0001-7000-8000-000000000005"), "cotutelle", true, "{\"en\":\"Cotutelle\",\"zh-Hans\":\"联合授予博士学位\"}", 4, 1 },
                    { new Guid("019a0000-0001-7000-8000-000000000006"), "joint-centre", true, "{\"en\":\"Joint research centre\",\"zh-Hans\":\"联合研究中心\"}", 5, 1 }
                });

            migrationBuilder.InsertData(
                table: "safeguards_pack_edition",
                columns: new[] { "Id", "Code", "Content", "Edition", "From", "Hash", "InstalledAt", "InstalledById", "To", "Version" },
                values: new object[] { new Guid("019a0000-0003-7000-8000-000000000001"), "entente.agreements", "{\n  \"id\": \"entente.agreements\",\n  \"version\": \"2026.1\",\n  \"effectiveFrom\": \"2015-01-01\",\n  \"title\": { \"en\": \"Agreements: starting rules\", \"zh-Hans\": \"协议管理：初始规则\" },\n  \"summary\": {\n    \"en\": \"How an agreement with a foreign partner is approved, what must hold before it is signed, and when its renewal is remembered. Written as a start; a school installs its own version with its own numbers.\",\n    \"zh-Hans\": \"与境外伙伴签署协议的审批流程、签署前须满足的条件以及续签提醒。此为初始规则，学院可按本校规定安装自己的版本。\"\n  },\n  \"citations\": [\n    { \"id\": \"foreign-agreements\", \"text\": { \"en\": \"The university's own rules on agreements with foreign partners; name the document and its number here.\", \"zh-Hans\": \"本校对外合作协议管理规定；文件名称与文号须在此写明。\" }, \"unconfirmed\": true },\n    { \"id\": \"contract-review\", \"text\": { \"en\": \"The university's own rules on the legal review of contracts; name the document and its number here.\", \"zh-Hans\": \"本校合同法律审核规定；文件名称与文号须在此写明。\" }, \"unconfirmed\": true },\n    { \"id\": \"holidays-2025\", \"text\": { \"en\": \"Notice of the General Office of the State Council on public holidays in 2025\", \"zh-Hans\": \"国务院办公厅关于2025年部分节假日安排的通知\" }, \"unconfirmed\": true },\n    { \"id\": \"holidays-2026\", \"text\": { \"en\": \"Notice of the General Office of the State Council on public holidays in 2026\", \"zh-Hans\": \"国务院办公厅关于2026年部分节假日安排的通知\" }, \"unconfirmed\": true }\n  ],\n  \"groupings\": [\n    { \"id\": \"home\", \"title\": { \"en\": \"Mainland of China\", \"zh-Hans\": \"中国内地\" }, \"codes\": [\"CN\"] },\n    { \"id\": \"hong-kong-macao-taiwan\", \"title\": { \"en\": \"Hong Kong, Macao and Taiwan\", \"zh-Hans\": \"港澳台地区\" }, \"codes\": [\"HK\", \"MO\", \"TW\"] }\n  ],\n  \"calendars\": [\n    {\n      \"id\": \"china\",\n      \"title\": { \"en\": \"Working days on the mainland of China\", \"zh-Hans\": \"中国内地工作日\" },\n      \"workdays\": [\"Monday\", \"Tuesday\", \"Wednesday\", \"Thursday\", \"Friday\"],\n      \"holidays\": [\n        { \"from\": \"2025-01-01\", \"title\": { \"en\": \"New Year\", \"zh-Hans\": \"元旦\" } },\n        { \"from\": \"2025-01-28\", \"to\": \"2025-02-04\", \"title\": { \"en\": \"Spring Festival\", \"zh-Hans\": \"春节\" } },\n        { \"from\": \"2025-04-04\", \"to\": \"2025-04-06\", \"title\": { \"en\": \"Qingming\", \"zh-Hans\": \"清明节\" } },\n        { \"from\": \"2025-05-01\", \"to\": \"2025-05-05\", \"title\": { \"en\": \"Labour Day\", \"zh-Hans\": \"劳动节\" } },\n        { \"from\": \"2025-05-31\", \"to\": \"2025-06-02\", \"title\": { \"en\": \"Dragon Boat Festival\", \"zh-Hans\": \"端午节\" } },\n        { \"from\": \"2025-10-01\", \"to\": \"2025-10-08\", \"title\": { \"en\": \"National Day and Mid-Autumn Festival\", \"zh-Hans\": \"国庆节、中秋节\" } },\n        { \"from\": \"2026-01-01\", \"to\": \"2026-01-03\", \"title\": { \"en\": \"New Year\", \"zh-Hans\": \"元旦\" } },\n        { \"from\": \"2026-02-15\", \"to\": \"2026-02-23\", \"title\": { \"en\": \"Spring Festival\", \"zh-Hans\": \"春节\" } },\n        { \"from\": \"2026-04-04\", \"to\": \"2026-04-06\", \"title\": { \"en\": \"Qingming\", \"zh-Hans\": \"清明节\" } },\n        { \"from\": \"2026-05-01\", \"to\": \"2026-05-05\", \"title\": { \"en\": \"Labour Day\", \"zh-Hans\": \"劳动节\" } },\n        { \"from\": \"2026-06-19\", \"to\": \"2026-06-21\", \"title\": { \"en\": \"Dragon Boat Festival\", \"zh-Hans\": \"端午节\" } },\n        { \"from\": \"2026-09-25\", \"to\": \"2026-09-27\", \"title\": { \"en\": \"Mid-Autumn Festival\", \"zh-Hans\": \"中秋节\" } },\n        { \"from\": \"2026-10-01\", \"to\": \"2026-10-07\", \"title\": { \"en\": \"National Day\", \"zh-Hans\": \"国庆节\" } }\n      ],\n      \"movedWorkingDays\": [\"2025-01-26\", \"2025-02-08\", \"2025-04-27\", \"2025-09-28\", \"2025-10-11\", \"2026-01-04\", \"2026-02-14\", \"2026-02-28\", \"2026-05-09\", \"2026-09-20\", \"2026-10-10\"],\n      \"knownThrough\": \"2026-12-31\",\n      \"citations\": [\"holidays-2025\", \"holidays-2026\"]\n    }\n  ],\n  \"chains\": [\n    {\n      \"id\": \"agreement\",\n      \"title\": { \"en\": \"Approval of an agreement\", \"zh-Hans\": \"协议审批\" },\n      \"question\": { \"en\": \"Shall the school sign this agreement as it stands?\", \"zh-Hans\": \"是否同意学院按此文本签署协议？\" },\n      \"gate\": \"partners.review\",\n      \"askerMayDecide\": false,\n      \"onePersonSeveralSteps\": false,\n      \"calendar\": \"china\",\n      \"steps\": [\n        { \"role\": \"head\", \"unit\": \"own\", \"withinWorkingDays\": 5 },\n        { \"role\": \"officer\", \"unit\": \"own\", \"withinWorkingDays\": 5 },\n        { \"role\": \"dean\", \"unit\": \"own\", \"withinWorkingDays\": 5 }\n      ],\n      \"citations\": [\"foreign-agreements\", \"contract-review\"]\n    }\n  ],\n  \"gates\": [\n    {\n      \"id\": \"partners.review\",\n      \"title\": { \"en\": \"Before an agreement is approved\", \"zh-Hans\": \"协议审批前\" },\n      \"checks\": [\n        { \"check\": \"partners.documents-present\", \"rule\": { \"en\": \"The text of the agreement is attached.\", \"zh-Hans\": \"已附协议文本。\" }, \"citations\": [\"foreign-agreements\"] },\n        { \"check\": \"partners.parties-not-ended\", \"rule\": { \"en\": \"Every party still exists.\", \"zh-Hans\": \"各签约方均存续。\" }, \"citations\": [\"foreign-agreements\"] },\n        { \"check\": \"partners.signatories-named\", \"rule\": { \"en\": \"Every party says who signs for it.\", \"zh-Hans\": \"各签约方均写明签署人。\" }, \"citations\": [\"foreign-agreements\"] },\n        { \"check\": \"partners.territory-named\", \"rule\": { \"en\": \"The text names the countries and regions it holds in.\", \"zh-Hans\": \"文本写明适用的国家和地区。\" }, \"citations\": [\"foreign-agreements\"] },\n        { \"check\": \"partners.term-within-limit\", \"rule\": { \"en\": \"The agreement runs for at most five years at a time.\", \"zh-Hans\": \"协议每期有效期不超过五年。\" }, \"parameters\": { \"maximumYears\": 5 }, \"citations\": [\"foreign-agreements\"] }\n      ]\n    },\n    {\n      \"id\": \"partners.sign\",\n      \"title\": { \"en\": \"Before an agreement is signed\", \"zh-Hans\": \"协议签署前\" },\n      \"longestExceptionDays\": 30,\n      \"checks\": [\n        { \"check\": \"partners.documents-present\", \"rule\": { \"en\": \"The text of the agreement is attached.\", \"zh-Hans\": \"已附协议文本。\" }, \"citations\": [\"foreign-agreements\"] },\n        { \"check\": \"partners.parties-not-ended\", \"rule\": { \"en\": \"Every party still exists.\", \"zh-Hans\": \"各签约方均存续。\" }, \"citations\": [\"foreign-agreements\"] },\n        { \"check\": \"partners.signatories-named\", \"rule\": { \"en\": \"Every party says who signs for it.\", \"zh-Hans\": \"各签约方均写明签署人。\" }, \"citations\": [\"foreign-agreements\"] },\n        { \"check\": \"partners.territory-named\", \"rule\": { \"en\": \"The text names the countries and regions it holds in.\", \"zh-Hans\": \"文本写明适用的国家和地区。\" }, \"citations\": [\"foreign-agreements\"] },\n        { \"check\": \"partners.term-within-limit\", \"rule\": { \"en\": \"The agreement runs for at most five years at a time.\", \"zh-Hans\": \"协议每期有效期不超过五年。\" }, \"parameters\": { \"maximumYears\": 5 }, \"citations\": [\"foreign-agreements\"] },\n        { \"check\": \"safeguards.approved-content\", \"rule\": { \"en\": \"Exactly this text was approved along the chain.\", \"zh-Hans\": \"所签文本与经审批的文本完全一致。\" }, \"excusable\": false, \"citations\": [\"contract-review\"] }\n      ]\n    }\n  ],\n  \"obligations\": [\n    { \"kind\": \"*\", \"calendar\": \"china\", \"reminders\": [5, 1, 0], \"overdueEvery\": 5 },\n    { \"kind\": \"partners.decide-renewal\", \"calendar\": \"china\", \"reminders\": [20, 10, 3, 0], \"overdueEvery\": 5, \"citations\": [\"foreign-agreements\"] }\n  ],\n  \"goldenCases\": [\n    { \"title\": { \"en\": \"The first working day after the eve of Labour Day 2026\", \"zh-Hans\": \"2026年劳动节前一天之后的第一个工作日\" }, \"kind\": \"working-days\", \"given\": { \"calendar\": \"china\", \"from\": \"2026-04-30\", \"days\": 1 }, \"expect\": \"2026-05-06\" },\n    { \"title\": { \"en\": \"A Saturday moved to a working day counts\", \"zh-Hans\": \"调休上班的星期六计入工作日\" }, \"kind\": \"working-days\", \"given\": { \"calendar\": \"china\", \"from\": \"2026-05-06\", \"to\": \"2026-05-11\" }, \"expect\": \"4\" },\n    { \"title\": { \"en\": \"Five working days across National Day 2026\", \"zh-Hans\": \"跨2026年国庆节的五个工作日\" }, \"kind\": \"working-days\", \"given\": { \"calendar\": \"china\", \"from\": \"2026-09-29\", \"days\": 5 }, \"expect\": \"2026-10-12\" },\n    { \"title\": { \"en\": \"Hong Kong is in its group\", \"zh-Hans\": \"香港属于港澳台地区\" }, \"kind\": \"in-grouping\", \"given\": { \"grouping\": \"hong-kong-macao-taiwan\", \"code\": \"HK\" }, \"expect\": \"true\" },\n    { \"title\": { \"en\": \"Head, officer, dean decide in this order\", \"zh-Hans\": \"依次由系主任、审核员、院长审批\" }, \"kind\": \"chain\", \"given\": { \"chain\": \"agreement\" }, \"expect\": \"head officer dean\" },\n    { \"title\": { \"en\": \"When the renewal due on 30 June 2026 is remembered\", \"zh-Hans\": \"2026年6月30日到期的续签事项的提醒日\" }, \"kind\": \"reminder\", \"given\": { \"kind\": \"partners.decide-renewal\", \"due\": \"2026-06-30\" }, \"expect\": \"2026-06-01 2026-06-15 2026-06-25 2026-06-30\" },\n    { \"title\": { \"en\": \"Six years are too long\", \"zh-Hans\": \"六年期限过长\" }, \"kind\": \"check\", \"given\": { \"gate\": \"partners.sign\", \"check\": \"partners.term-within-limit\", \"from\": \"2026-09-01\", \"to\": \"2032-08-31\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"A text that holds nowhere does not go out\", \"zh-Hans\": \"未写明适用范围的文本不得送出\" }, \"kind\": \"check\", \"given\": { \"gate\": \"partners.sign\", \"check\": \"partners.territory-named\", \"territory\": \"\", \"missing\": \"\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"A partner outside the territory is pointed out\", \"zh-Hans\": \"合作方不在适用范围内时予以提示\" }, \"kind\": \"check\", \"given\": { \"gate\": \"partners.sign\", \"check\": \"partners.territory-named\", \"territory\": \"CN\", \"missing\": \"Netherlands\" }, \"expect\": \"Warn\" },\n    { \"title\": { \"en\": \"Nobody named to sign\", \"zh-Hans\": \"未写明签署人\" }, \"kind\": \"check\", \"given\": { \"gate\": \"partners.sign\", \"check\": \"partners.signatories-named\", \"parties\": \"2\", \"unnamed\": \"Delft\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"A changed text was not approved\", \"zh-Hans\": \"改动后的文本未经审批\" }, \"kind\": \"check\", \"given\": { \"gate\": \"partners.sign\", \"check\": \"safeguards.approved-content\", \"state\": \"Approved\", \"approved\": \"aa\", \"content\": \"bb\" }, \"expect\": \"Fail\" }\n  ]\n}\n", "2026.1", new DateOnly(2015, 1, 1), new byte[] { 39, 153, 100, 234, 13, 178, 144, 194, 252, 154, 161, 92, 151, 181, 45, 98, 65, 40, 65, 248, 161, 200, 200, 9, 11, 242, 204, 53, 96, 236, 202, 79 }, NodaTime.Instant.FromUnixTimeTicks(17672256000000000L), null, null, 1 });

            migrationBuilder.InsertData(
                table: "partners_renewal_alert",
                columns: new[] { "Id", "Days", "KindId", "Version" },
                values: new object[,]
                {
                    { new Guid("019a0000-0002-7000-8000-000000000101"), 180, new Guid("019a0000-0001-7000-8000-000000000001"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000102"), 90, new Guid("019a0000-0001-7000-8000-000000000001"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000103"), 30, new Guid("019a0000-0001-7000-8000-000000000001"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000201"), 180, new Guid("019a0000-0001-7000-8000-000000000002"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000202"), 90, new Guid("019a0000-0001-7000-8000-000000000002"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000203"), 30, new Guid("019a0000-0001-7000-8000-000000000002"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000301"), 180, new Guid("019a0000-0001-7000-8000-000000000003"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000302"), 90, new Guid("019a0000-0001-7000-8000-000000000003"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000303"), 30, new Guid("019a0000-0001-7000-8000-000000000003"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000401"), 180, new Guid("019a0000-0001-7000-8000-000000000004"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000402"), 90, new Guid("019a0000-0001-7000-8000-000000000004"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000403"), 30, new Guid("019a0000-0001-7000-8000-000000000004"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000501"), 180, new Guid("019a0000-0001-7000-8000-000000000005"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000502"), 90, new Guid("019a0000-0001-7000-8000-000000000005"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000503"), 30, new Guid("019a0000-0001-7000-8000-000000000005"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000601"), 180, new Guid("019a0000-0001-7000-8000-000000000006"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000602"), 90, new Guid("019a0000-0001-7000-8000-000000000006"), 1 },
                    { new Guid("019a0000-0002-7000-8000-000000000603"), 30, new Guid("019a0000-0001-7000-8000-000000000006"), 1 }
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
                name: "IX_directory_account_SortKey_Id",
                table: "directory_account",
                columns: new[] { "SortKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_account_link_AccountId",
                table: "directory_account_link",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_account_link_CreatedAccountId",
                table: "directory_account_link",
                column: "CreatedAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_account_link_ExpiresAt",
                table: "directory_account_link",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_directory_account_link_InvitedById",
                table: "directory_account_link",
                column: "InvitedById");

            migrationBuilder.CreateIndex(
                name: "IX_directory_account_link_TokenHash",
                table: "directory_account_link",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_directory_account_link_UnitId",
                table: "directory_account_link",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_delegation_DelegateId_WithdrawnAt",
                table: "directory_delegation",
                columns: new[] { "DelegateId", "WithdrawnAt" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_delegation_HolderId",
                table: "directory_delegation",
                column: "HolderId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_delegation_UnitId",
                table: "directory_delegation",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_external_identity_AccountId",
                table: "directory_external_identity",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_external_identity_Issuer_Subject",
                table: "directory_external_identity",
                columns: new[] { "Issuer", "Subject" },
                unique: true);

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
                name: "IX_directory_organisation_name_Key",
                table: "directory_organisation_name",
                column: "Key");

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
                name: "IX_directory_passkey_AccountId",
                table: "directory_passkey",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_passkey_CredentialId",
                table: "directory_passkey",
                column: "CredentialId",
                unique: true);

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
                name: "IX_directory_person_affiliation_ReplacedBy",
                table: "directory_person_affiliation",
                column: "ReplacedBy");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_affiliation_UnitId",
                table: "directory_person_affiliation",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_affiliation_WithdrawnBy",
                table: "directory_person_affiliation",
                column: "WithdrawnBy");

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
                name: "IX_directory_person_distinction_ReplacedBy",
                table: "directory_person_distinction",
                column: "ReplacedBy");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_distinction_VerifiedBy",
                table: "directory_person_distinction",
                column: "VerifiedBy");

            migrationBuilder.CreateIndex(
                name: "IX_directory_person_distinction_WithdrawnBy",
                table: "directory_person_distinction",
                column: "WithdrawnBy");

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
                name: "IX_directory_person_name_Letters",
                table: "directory_person_name",
                column: "Letters");

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
                name: "IX_directory_role_grant_AccountId_WithdrawnAt",
                table: "directory_role_grant",
                columns: new[] { "AccountId", "WithdrawnAt" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_role_grant_GrantedById",
                table: "directory_role_grant",
                column: "GrantedById");

            migrationBuilder.CreateIndex(
                name: "IX_directory_role_grant_Role_UnitId",
                table: "directory_role_grant",
                columns: new[] { "Role", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_role_grant_UnitId",
                table: "directory_role_grant",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_roster_file_RunId",
                table: "directory_roster_file",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_roster_line_AccountId",
                table: "directory_roster_line",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_roster_line_RunId_Kind_Order",
                table: "directory_roster_line",
                columns: new[] { "RunId", "Kind", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_roster_member_AccountId",
                table: "directory_roster_member",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_roster_member_AffiliationId",
                table: "directory_roster_member",
                column: "AffiliationId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_roster_member_Issuer_Subject",
                table: "directory_roster_member",
                columns: new[] { "Issuer", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_directory_roster_member_PersonId",
                table: "directory_roster_member",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_roster_member_UnitId",
                table: "directory_roster_member",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_roster_run_At",
                table: "directory_roster_run",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_directory_roster_run_ById",
                table: "directory_roster_run",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_directory_roster_run_DecidedById",
                table: "directory_roster_run",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_directory_roster_run_State",
                table: "directory_roster_run",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_directory_session_AccountId",
                table: "directory_session",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_session_TokenHash",
                table: "directory_session",
                column: "TokenHash",
                unique: true);

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
                name: "IX_figures_page_text_Language_Number",
                table: "figures_page_text",
                columns: new[] { "Language", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_figures_page_text_Language_State",
                table: "figures_page_text",
                columns: new[] { "Language", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_figures_page_text_SavedById",
                table: "figures_page_text",
                column: "SavedById");

            migrationBuilder.CreateIndex(
                name: "IX_figures_site_setting_Row",
                table: "figures_site_setting",
                column: "Row",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_figures_vintage_FigureId_AsOf_Restatement",
                table: "figures_vintage",
                columns: new[] { "FigureId", "AsOf", "Restatement" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_figures_vintage_FigureId_Number",
                table: "figures_vintage",
                columns: new[] { "FigureId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_figures_vintage_PublishedAt",
                table: "figures_vintage",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_figures_vintage_PublishedById",
                table: "figures_vintage",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_import_answer_RunId_Question",
                table: "foundation_import_answer",
                columns: new[] { "RunId", "Question" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_import_file_RunId",
                table: "foundation_import_file",
                column: "RunId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_import_row_RunId_Number",
                table: "foundation_import_row",
                columns: new[] { "RunId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_import_row_RunId_Outcome_Number",
                table: "foundation_import_row",
                columns: new[] { "RunId", "Outcome", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_foundation_import_run_StartedAt_Id",
                table: "foundation_import_run",
                columns: new[] { "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_foundation_import_run_State",
                table: "foundation_import_run",
                column: "State");

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
                name: "IX_foundation_letter_CreatedAt",
                table: "foundation_letter",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_letter_recipient_Email",
                table: "foundation_letter_recipient",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_letter_recipient_LetterId_RecordKey",
                table: "foundation_letter_recipient",
                columns: new[] { "LetterId", "RecordKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_letter_recipient_Mail",
                table: "foundation_letter_recipient",
                column: "Mail");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_letter_recipient_RecordKey",
                table: "foundation_letter_recipient",
                column: "RecordKey");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_letter_reply_FileId",
                table: "foundation_letter_reply",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_letter_reply_Recipient",
                table: "foundation_letter_reply",
                column: "Recipient");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_letter_reply_RecordKind_RecordKey_MessageId",
                table: "foundation_letter_reply",
                columns: new[] { "RecordKind", "RecordKey", "MessageId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_link_signature_LinkId",
                table: "foundation_link_signature",
                column: "LinkId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_log_entry_Action_Id",
                table: "foundation_log_entry",
                columns: new[] { "Action", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_foundation_log_entry_Actor_Id",
                table: "foundation_log_entry",
                columns: new[] { "Actor", "Id" });

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
                name: "IX_foundation_mail_CreatedAt",
                table: "foundation_mail",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_mail_Key",
                table: "foundation_mail",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_mail_State_CreatedAt",
                table: "foundation_mail",
                columns: new[] { "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_foundation_outside_link_CreatedAt",
                table: "foundation_outside_link",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_outside_link_SubjectKind_SubjectKey_Purpose",
                table: "foundation_outside_link",
                columns: new[] { "SubjectKind", "SubjectKey", "Purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_foundation_outside_link_TokenHash",
                table: "foundation_outside_link",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_remembered_mapping_Kind_HeaderKey",
                table: "foundation_remembered_mapping",
                columns: new[] { "Kind", "HeaderKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_remembered_mapping_Kind_UsedAt",
                table: "foundation_remembered_mapping",
                columns: new[] { "Kind", "UsedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_foundation_search_entry_Kind_Record",
                table: "foundation_search_entry",
                columns: new[] { "Kind", "Record" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_stored_file_Hash",
                table: "foundation_stored_file",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_stored_file_OwnerKind_OwnerKey",
                table: "foundation_stored_file",
                columns: new[] { "OwnerKind", "OwnerKey" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_KindId",
                table: "partners_agreement",
                column: "KindId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_LeadPartnerId",
                table: "partners_agreement",
                column: "LeadPartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_LiaisonId",
                table: "partners_agreement",
                column: "LiaisonId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_Number",
                table: "partners_agreement",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_PredecessorId",
                table: "partners_agreement",
                column: "PredecessorId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_ResponsibleId",
                table: "partners_agreement",
                column: "ResponsibleId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_ResponsiblePersonId",
                table: "partners_agreement",
                column: "ResponsiblePersonId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_State_LastDay",
                table: "partners_agreement",
                columns: new[] { "State", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_UnitId",
                table: "partners_agreement",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_document_AccountId",
                table: "partners_agreement_document",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_document_AgreementId_TextVersion",
                table: "partners_agreement_document",
                columns: new[] { "AgreementId", "TextVersion" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_document_FileId",
                table: "partners_agreement_document",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_document_WithdrawnById",
                table: "partners_agreement_document",
                column: "WithdrawnById");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_kind_Code",
                table: "partners_agreement_kind",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_party_AgreementId",
                table: "partners_agreement_party",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_party_OrganisationId_AgreementId",
                table: "partners_agreement_party",
                columns: new[] { "OrganisationId", "AgreementId" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_step_AccountId",
                table: "partners_agreement_step",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_step_AgreementId",
                table: "partners_agreement_step",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_step_PersonId",
                table: "partners_agreement_step",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_unit_AgreementId",
                table: "partners_agreement_unit",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_unit_UnitId_AgreementId",
                table: "partners_agreement_unit",
                columns: new[] { "UnitId", "AgreementId" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_version_AccountId",
                table: "partners_agreement_version",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_version_AgreementId_Number",
                table: "partners_agreement_version",
                columns: new[] { "AgreementId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_partners_agreement_version_State_EffectiveOn",
                table: "partners_agreement_version",
                columns: new[] { "State", "EffectiveOn" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_contact_OrganisationId_Side",
                table: "partners_contact",
                columns: new[] { "OrganisationId", "Side" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_contact_PersonId",
                table: "partners_contact",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_contact_UnitId",
                table: "partners_contact",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_fact_sheet_DecidedBy",
                table: "partners_fact_sheet",
                column: "DecidedBy");

            migrationBuilder.CreateIndex(
                name: "IX_partners_fact_sheet_LinkId",
                table: "partners_fact_sheet",
                column: "LinkId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_fact_sheet_OrganisationId_Year_State",
                table: "partners_fact_sheet",
                columns: new[] { "OrganisationId", "Year", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_fact_sheet_UnitId",
                table: "partners_fact_sheet",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_note_AccountId",
                table: "partners_note",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_note_AgreementId",
                table: "partners_note",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_note_OrganisationId_On",
                table: "partners_note",
                columns: new[] { "OrganisationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_note_PersonId",
                table: "partners_note",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_note_UnitId",
                table: "partners_note",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_open_point_AccountId",
                table: "partners_open_point",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_open_point_OrganisationId_SettledAt",
                table: "partners_open_point",
                columns: new[] { "OrganisationId", "SettledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_open_point_SettledById",
                table: "partners_open_point",
                column: "SettledById");

            migrationBuilder.CreateIndex(
                name: "IX_partners_open_point_UnitId",
                table: "partners_open_point",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_partner_profile_OrganisationId",
                table: "partners_partner_profile",
                column: "OrganisationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_partners_party_signature_AccountId",
                table: "partners_party_signature",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_party_signature_AgreementId_TextVersion",
                table: "partners_party_signature",
                columns: new[] { "AgreementId", "TextVersion" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_party_signature_OrganisationId",
                table: "partners_party_signature",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_place_entry_AgreementId_AcademicYear",
                table: "partners_place_entry",
                columns: new[] { "AgreementId", "AcademicYear" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_place_entry_OrganisationId",
                table: "partners_place_entry",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_place_entry_SourceKind_SourceKey",
                table: "partners_place_entry",
                columns: new[] { "SourceKind", "SourceKey" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_place_entry_UnitId",
                table: "partners_place_entry",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_place_line_AgreementId_Code",
                table: "partners_place_line",
                columns: new[] { "AgreementId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_partners_place_line_PartnerId",
                table: "partners_place_line",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_place_line_UnitId",
                table: "partners_place_line",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_place_year_AgreementId_AcademicYear",
                table: "partners_place_year",
                columns: new[] { "AgreementId", "AcademicYear" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_partners_renewal_alert_KindId_Days",
                table: "partners_renewal_alert",
                columns: new[] { "KindId", "Days" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_approval_request_AskedById",
                table: "safeguards_approval_request",
                column: "AskedById");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_approval_request_EditionId",
                table: "safeguards_approval_request",
                column: "EditionId");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_approval_request_one_pending",
                table: "safeguards_approval_request",
                columns: new[] { "SubjectKey", "SubjectKind" },
                unique: true,
                filter: "\"State\" = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_approval_request_State_AskedAt",
                table: "safeguards_approval_request",
                columns: new[] { "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_approval_request_SubjectKey_SubjectKind_AskedAt",
                table: "safeguards_approval_request",
                columns: new[] { "SubjectKey", "SubjectKind", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_approval_request_UnitId",
                table: "safeguards_approval_request",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_approval_step_DecidedById",
                table: "safeguards_approval_step",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_approval_step_OnBehalfOfId",
                table: "safeguards_approval_step",
                column: "OnBehalfOfId");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_approval_step_RequestId_Order",
                table: "safeguards_approval_step",
                columns: new[] { "RequestId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_approval_step_UnitId",
                table: "safeguards_approval_step",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_calendar_feed_AccountId",
                table: "safeguards_calendar_feed",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_calendar_feed_TokenHash",
                table: "safeguards_calendar_feed",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_follow_AccountId_SubjectKey_SubjectKind",
                table: "safeguards_follow",
                columns: new[] { "AccountId", "SubjectKey", "SubjectKind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_gate_exception_ById",
                table: "safeguards_gate_exception",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_gate_exception_EndedById",
                table: "safeguards_gate_exception",
                column: "EndedById");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_gate_exception_SubjectKey_SubjectKind_Gate",
                table: "safeguards_gate_exception",
                columns: new[] { "SubjectKey", "SubjectKind", "Gate" });

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_gate_exception_UnitId",
                table: "safeguards_gate_exception",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_gate_exception_ValidUntil",
                table: "safeguards_gate_exception",
                column: "ValidUntil");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_gate_passing_ById",
                table: "safeguards_gate_passing",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_gate_passing_ExceptionId",
                table: "safeguards_gate_passing",
                column: "ExceptionId");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_gate_passing_SubjectKey_SubjectKind_At",
                table: "safeguards_gate_passing",
                columns: new[] { "SubjectKey", "SubjectKind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_gate_passing_UnitId",
                table: "safeguards_gate_passing",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_obligation_ClosedAt",
                table: "safeguards_obligation",
                column: "ClosedAt");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_obligation_ClosedById",
                table: "safeguards_obligation",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_obligation_EvidenceId",
                table: "safeguards_obligation",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_obligation_OwnerId",
                table: "safeguards_obligation",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_obligation_State_Due",
                table: "safeguards_obligation",
                columns: new[] { "State", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_obligation_SubjectKey_SubjectKind_Kind_Instance",
                table: "safeguards_obligation",
                columns: new[] { "SubjectKey", "SubjectKind", "Kind", "Instance" },
                unique: true,
                filter: "\"State\" = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_obligation_UnitId",
                table: "safeguards_obligation",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_obligation_delegation_ById",
                table: "safeguards_obligation_delegation",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_obligation_delegation_DelegateId_To",
                table: "safeguards_obligation_delegation",
                columns: new[] { "DelegateId", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_obligation_delegation_ObligationId",
                table: "safeguards_obligation_delegation",
                column: "ObligationId");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_pack_edition_Code_Edition",
                table: "safeguards_pack_edition",
                columns: new[] { "Code", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_pack_edition_InstalledById",
                table: "safeguards_pack_edition",
                column: "InstalledById");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_verdict_EditionId",
                table: "safeguards_verdict",
                column: "EditionId");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_verdict_PassingId_Order",
                table: "safeguards_verdict",
                columns: new[] { "PassingId", "Order" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "directory_account_link");

            migrationBuilder.DropTable(
                name: "directory_delegation");

            migrationBuilder.DropTable(
                name: "directory_external_identity");

            migrationBuilder.DropTable(
                name: "directory_organisation_name");

            migrationBuilder.DropTable(
                name: "directory_organisation_relation");

            migrationBuilder.DropTable(
                name: "directory_passkey");

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
                name: "directory_role_grant");

            migrationBuilder.DropTable(
                name: "directory_roster_file");

            migrationBuilder.DropTable(
                name: "directory_roster_line");

            migrationBuilder.DropTable(
                name: "directory_roster_member");

            migrationBuilder.DropTable(
                name: "directory_session");

            migrationBuilder.DropTable(
                name: "figures_frozen_record");

            migrationBuilder.DropTable(
                name: "figures_page_text");

            migrationBuilder.DropTable(
                name: "figures_site_setting");

            migrationBuilder.DropTable(
                name: "foundation_import_answer");

            migrationBuilder.DropTable(
                name: "foundation_import_file");

            migrationBuilder.DropTable(
                name: "foundation_import_row");

            migrationBuilder.DropTable(
                name: "foundation_job");

            migrationBuilder.DropTable(
                name: "foundation_key_mark");

            migrationBuilder.DropTable(
                name: "foundation_letter_recipient");

            migrationBuilder.DropTable(
                name: "foundation_letter_reply");

            migrationBuilder.DropTable(
                name: "foundation_letter_template");

            migrationBuilder.DropTable(
                name: "foundation_link_signature");

            migrationBuilder.DropTable(
                name: "foundation_log_checkpoint");

            migrationBuilder.DropTable(
                name: "foundation_log_entry");

            migrationBuilder.DropTable(
                name: "foundation_log_head");

            migrationBuilder.DropTable(
                name: "foundation_log_key");

            migrationBuilder.DropTable(
                name: "foundation_mail");

            migrationBuilder.DropTable(
                name: "foundation_recurring_due");

            migrationBuilder.DropTable(
                name: "foundation_remembered_mapping");

            migrationBuilder.DropTable(
                name: "foundation_search_entry");

            migrationBuilder.DropTable(
                name: "foundation_stored_key");

            migrationBuilder.DropTable(
                name: "partners_agreement_document");

            migrationBuilder.DropTable(
                name: "partners_agreement_party");

            migrationBuilder.DropTable(
                name: "partners_agreement_step");

            migrationBuilder.DropTable(
                name: "partners_agreement_unit");

            migrationBuilder.DropTable(
                name: "partners_agreement_version");

            migrationBuilder.DropTable(
                name: "partners_fact_sheet");

            migrationBuilder.DropTable(
                name: "partners_note");

            migrationBuilder.DropTable(
                name: "partners_open_point");

            migrationBuilder.DropTable(
                name: "partners_partner_profile");

            migrationBuilder.DropTable(
                name: "partners_party_signature");

            migrationBuilder.DropTable(
                name: "partners_place_entry");

            migrationBuilder.DropTable(
                name: "partners_place_line");

            migrationBuilder.DropTable(
                name: "partners_place_year");

            migrationBuilder.DropTable(
                name: "partners_renewal_alert");

            migrationBuilder.DropTable(
                name: "safeguards_approval_step");

            migrationBuilder.DropTable(
                name: "safeguards_calendar_feed");

            migrationBuilder.DropTable(
                name: "safeguards_follow");

            migrationBuilder.DropTable(
                name: "safeguards_obligation_delegation");

            migrationBuilder.DropTable(
                name: "safeguards_verdict");

            migrationBuilder.DropTable(
                name: "directory_person_merge");

            migrationBuilder.DropTable(
                name: "directory_roster_run");

            migrationBuilder.DropTable(
                name: "directory_person_affiliation");

            migrationBuilder.DropTable(
                name: "figures_vintage");

            migrationBuilder.DropTable(
                name: "foundation_import_run");

            migrationBuilder.DropTable(
                name: "foundation_letter");

            migrationBuilder.DropTable(
                name: "foundation_outside_link");

            migrationBuilder.DropTable(
                name: "partners_agreement");

            migrationBuilder.DropTable(
                name: "safeguards_approval_request");

            migrationBuilder.DropTable(
                name: "safeguards_obligation");

            migrationBuilder.DropTable(
                name: "safeguards_gate_passing");

            migrationBuilder.DropTable(
                name: "partners_agreement_kind");

            migrationBuilder.DropTable(
                name: "partners_contact");

            migrationBuilder.DropTable(
                name: "safeguards_pack_edition");

            migrationBuilder.DropTable(
                name: "foundation_stored_file");

            migrationBuilder.DropTable(
                name: "safeguards_gate_exception");

            migrationBuilder.DropTable(
                name: "directory_organisation");

            migrationBuilder.DropTable(
                name: "directory_account");

            migrationBuilder.DropTable(
                name: "directory_unit");

            migrationBuilder.DropTable(
                name: "directory_organisation_import");

            migrationBuilder.DropTable(
                name: "directory_person");
        }
    }
}
