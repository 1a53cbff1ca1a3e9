using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Entente.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MeetingId",
                table: "partners_note",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "foundation_api_request",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Token = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Digest = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: true),
                    Location = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Body = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_api_request", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_api_token",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    TokenHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Tail = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Scopes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    CreatedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    RevokedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    RevokedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_api_token", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_document_series",
                columns: table => new
                {
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_document_series", x => new { x.Year, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "foundation_document_template",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    Form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Current = table.Column<int>(type: "integer", nullable: false),
                    ArchivedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_document_template", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_form",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    OwnerKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Unit = table.Column<Guid>(type: "uuid", nullable: false),
                    Latest = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_form", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_inbox_cursor",
                columns: table => new
                {
                    Folder = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Validity = table.Column<long>(type: "bigint", nullable: false),
                    LastUid = table.Column<long>(type: "bigint", nullable: false),
                    ReadAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_inbox_cursor", x => x.Folder);
                });

            migrationBuilder.CreateTable(
                name: "foundation_inbox_mail",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Folder = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Validity = table.Column<long>(type: "bigint", nullable: false),
                    Uid = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Detail = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    RecordKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    RecordKey = table.Column<Guid>(type: "uuid", nullable: true),
                    IsFiled = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_inbox_mail", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_notice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Lines = table.Column<string>(type: "text", nullable: false),
                    Link = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    BegunAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    FinishedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_notice", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "foundation_notice_choice",
                columns: table => new
                {
                    Account = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Address = table.Column<string>(type: "text", nullable: true),
                    Secret = table.Column<string>(type: "text", nullable: true),
                    Robot = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    IsDaily = table.Column<bool>(type: "boolean", nullable: false),
                    Hour = table.Column<int>(type: "integer", nullable: false),
                    DigestOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_notice_choice", x => x.Account);
                });

            migrationBuilder.CreateTable(
                name: "foundation_webhook",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Kinds = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Secret = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    StoppedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Stop = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_webhook", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "partners_meeting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: true),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Starts = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    Minutes = table.Column<int>(type: "integer", nullable: true),
                    Form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Agenda = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    WithdrawnById = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_meeting", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_meeting_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_meeting_directory_account_WithdrawnById",
                        column: x => x.WithdrawnById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_meeting_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_meeting_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_meeting_partners_agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "partners_agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners_questionnaire",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Lead = table.Column<string>(type: "text", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    AsksColleagues = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_questionnaire", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_questionnaire_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "safeguards_saved_search",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Path = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Query = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    SavedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    CountedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguards_saved_search", x => x.Id);
                    table.ForeignKey(
                        name: "FK_safeguards_saved_search_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "foundation_template_version",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TemplateId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    WordEn = table.Column<Guid>(type: "uuid", nullable: true),
                    WordZh = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_template_version", x => x.Id);
                    table.ForeignKey(
                        name: "FK_foundation_template_version_foundation_document_template_Te~",
                        column: x => x.TemplateId,
                        principalTable: "foundation_document_template",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_foundation_template_version_foundation_stored_file_WordEn",
                        column: x => x.WordEn,
                        principalTable: "foundation_stored_file",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_foundation_template_version_foundation_stored_file_WordZh",
                        column: x => x.WordZh,
                        principalTable: "foundation_stored_file",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "foundation_form_answer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FormId = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    Unit = table.Column<Guid>(type: "uuid", nullable: false),
                    Respondent = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: true),
                    LinkId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AboutKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    AboutKey = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    LeftOver = table.Column<string>(type: "text", nullable: true),
                    StartedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    SavedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    SubmittedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_form_answer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_foundation_form_answer_foundation_form_FormId",
                        column: x => x.FormId,
                        principalTable: "foundation_form",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_foundation_form_answer_foundation_outside_link_LinkId",
                        column: x => x.LinkId,
                        principalTable: "foundation_outside_link",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "foundation_form_draft",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FormId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Next = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_form_draft", x => x.Id);
                    table.ForeignKey(
                        name: "FK_foundation_form_draft_foundation_form_FormId",
                        column: x => x.FormId,
                        principalTable: "foundation_form",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "foundation_form_version",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FormId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    PublishedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    PublishedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_form_version", x => x.Id);
                    table.ForeignKey(
                        name: "FK_foundation_form_version_foundation_form_FormId",
                        column: x => x.FormId,
                        principalTable: "foundation_form",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "foundation_webhook_delivery",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WebhookId = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: true),
                    Error = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    CreatedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_webhook_delivery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_foundation_webhook_delivery_foundation_webhook_WebhookId",
                        column: x => x.WebhookId,
                        principalTable: "foundation_webhook",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners_meeting_follow_up",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_meeting_follow_up", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_meeting_follow_up_directory_account_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_meeting_follow_up_partners_meeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "partners_meeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners_meeting_minutes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_meeting_minutes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_meeting_minutes_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_meeting_minutes_partners_meeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "partners_meeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partners_meeting_participant",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partners_meeting_participant", x => x.Id);
                    table.ForeignKey(
                        name: "FK_partners_meeting_participant_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partners_meeting_participant_partners_meeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "partners_meeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "safeguards_saved_search_hit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SearchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    FoundAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguards_saved_search_hit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_safeguards_saved_search_hit_safeguards_saved_search_SearchId",
                        column: x => x.SearchId,
                        principalTable: "safeguards_saved_search",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "foundation_issued_document",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordKind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    RecordKey = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordTitle = table.Column<string>(type: "text", nullable: false),
                    Unit = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Code = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: true),
                    Values = table.Column<string>(type: "text", nullable: false),
                    AskedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OverrideReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Overridden = table.Column<string>(type: "text", nullable: true),
                    ReplacesId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IssuedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    RevokedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    RevokedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RevokedByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RevokeReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foundation_issued_document", x => x.Id);
                    table.ForeignKey(
                        name: "FK_foundation_issued_document_foundation_issued_document_Repla~",
                        column: x => x.ReplacesId,
                        principalTable: "foundation_issued_document",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_foundation_issued_document_foundation_stored_file_FileId",
                        column: x => x.FileId,
                        principalTable: "foundation_stored_file",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_foundation_issued_document_foundation_template_version_Vers~",
                        column: x => x.VersionId,
                        principalTable: "foundation_template_version",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_partners_note_MeetingId",
                table: "partners_note",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_log_entry_Kind_At",
                table: "foundation_log_entry",
                columns: new[] { "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_foundation_api_request_At",
                table: "foundation_api_request",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_api_request_Token_Key",
                table: "foundation_api_request",
                columns: new[] { "Token", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_api_token_Account_CreatedAt",
                table: "foundation_api_token",
                columns: new[] { "Account", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_foundation_api_token_TokenHash",
                table: "foundation_api_token",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_form_OwnerKind_OwnerKey",
                table: "foundation_form",
                columns: new[] { "OwnerKind", "OwnerKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_form_answer_Account",
                table: "foundation_form_answer",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_form_answer_FormId_Respondent",
                table: "foundation_form_answer",
                columns: new[] { "FormId", "Respondent" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_form_answer_FormId_State",
                table: "foundation_form_answer",
                columns: new[] { "FormId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_foundation_form_answer_LinkId",
                table: "foundation_form_answer",
                column: "LinkId");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_form_draft_FormId",
                table: "foundation_form_draft",
                column: "FormId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_form_version_FormId_Number",
                table: "foundation_form_version",
                columns: new[] { "FormId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_inbox_mail_At",
                table: "foundation_inbox_mail",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_inbox_mail_Folder_Validity_Uid",
                table: "foundation_inbox_mail",
                columns: new[] { "Folder", "Validity", "Uid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_issued_document_AskedAt",
                table: "foundation_issued_document",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_issued_document_Code",
                table: "foundation_issued_document",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_issued_document_FileId",
                table: "foundation_issued_document",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_issued_document_Number",
                table: "foundation_issued_document",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_issued_document_RecordKind_RecordKey",
                table: "foundation_issued_document",
                columns: new[] { "RecordKind", "RecordKey" });

            migrationBuilder.CreateIndex(
                name: "IX_foundation_issued_document_ReplacesId",
                table: "foundation_issued_document",
                column: "ReplacesId");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_issued_document_VersionId",
                table: "foundation_issued_document",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_notice_Account_State_CreatedAt",
                table: "foundation_notice",
                columns: new[] { "Account", "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_foundation_notice_Key",
                table: "foundation_notice",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_notice_choice_IsDaily_DigestOn",
                table: "foundation_notice_choice",
                columns: new[] { "IsDaily", "DigestOn" });

            migrationBuilder.CreateIndex(
                name: "IX_foundation_template_version_TemplateId_Number",
                table: "foundation_template_version",
                columns: new[] { "TemplateId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foundation_template_version_WordEn",
                table: "foundation_template_version",
                column: "WordEn");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_template_version_WordZh",
                table: "foundation_template_version",
                column: "WordZh");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_webhook_Account",
                table: "foundation_webhook",
                column: "Account");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_webhook_StoppedAt",
                table: "foundation_webhook",
                column: "StoppedAt");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_webhook_delivery_CreatedAt",
                table: "foundation_webhook_delivery",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_webhook_delivery_WebhookId_CreatedAt",
                table: "foundation_webhook_delivery",
                columns: new[] { "WebhookId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_meeting_AccountId",
                table: "partners_meeting",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_meeting_AgreementId",
                table: "partners_meeting",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_meeting_OrganisationId_On",
                table: "partners_meeting",
                columns: new[] { "OrganisationId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_meeting_State_On",
                table: "partners_meeting",
                columns: new[] { "State", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_partners_meeting_UnitId",
                table: "partners_meeting",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_meeting_WithdrawnById",
                table: "partners_meeting",
                column: "WithdrawnById");

            migrationBuilder.CreateIndex(
                name: "IX_partners_meeting_follow_up_MeetingId",
                table: "partners_meeting_follow_up",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_meeting_follow_up_OwnerId",
                table: "partners_meeting_follow_up",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_meeting_minutes_AccountId",
                table: "partners_meeting_minutes",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_meeting_minutes_MeetingId_Number",
                table: "partners_meeting_minutes",
                columns: new[] { "MeetingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_partners_meeting_participant_MeetingId",
                table: "partners_meeting_participant",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_meeting_participant_PersonId",
                table: "partners_meeting_participant",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_partners_questionnaire_CreatedAt",
                table: "partners_questionnaire",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_partners_questionnaire_UnitId",
                table: "partners_questionnaire",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_saved_search_AccountId_Name",
                table: "safeguards_saved_search",
                columns: new[] { "AccountId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_saved_search_hit_SearchId_Key",
                table: "safeguards_saved_search_hit",
                columns: new[] { "SearchId", "Key" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_partners_note_partners_meeting_MeetingId",
                table: "partners_note",
                column: "MeetingId",
                principalTable: "partners_meeting",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_partners_note_partners_meeting_MeetingId",
                table: "partners_note");

            migrationBuilder.DropTable(
                name: "foundation_api_request");

            migrationBuilder.DropTable(
                name: "foundation_api_token");

            migrationBuilder.DropTable(
                name: "foundation_document_series");

            migrationBuilder.DropTable(
                name: "foundation_form_answer");

            migrationBuilder.DropTable(
                name: "foundation_form_draft");

            migrationBuilder.DropTable(
                name: "foundation_form_version");

            migrationBuilder.DropTable(
                name: "foundation_inbox_cursor");

            migrationBuilder.DropTable(
                name: "foundation_inbox_mail");

            migrationBuilder.DropTable(
                name: "foundation_issued_document");

            migrationBuilder.DropTable(
                name: "foundation_notice");

            migrationBuilder.DropTable(
                name: "foundation_notice_choice");

            migrationBuilder.DropTable(
                name: "foundation_webhook_delivery");

            migrationBuilder.DropTable(
                name: "partners_meeting_follow_up");

            migrationBuilder.DropTable(
                name: "partners_meeting_minutes");

            migrationBuilder.DropTable(
                name: "partners_meeting_participant");

            migrationBuilder.DropTable(
                name: "partners_questionnaire");

            migrationBuilder.DropTable(
                name: "safeguards_saved_search_hit");

            migrationBuilder.DropTable(
                name: "foundation_form");

            migrationBuilder.DropTable(
                name: "foundation_template_version");

            migrationBuilder.DropTable(
                name: "foundation_webhook");

            migrationBuilder.DropTable(
                name: "partners_meeting");

            migrationBuilder.DropTable(
                name: "safeguards_saved_search");

            migrationBuilder.DropTable(
                name: "foundation_document_template");

            migrationBuilder.DropIndex(
                name: "IX_partners_note_MeetingId",
                table: "partners_note");

            migrationBuilder.DropIndex(
                name: "IX_foundation_log_entry_Kind_At",
                table: "foundation_log_entry");

            migrationBuilder.DropColumn(
                name: "MeetingId",
                table: "partners_note");
        }
    }
}
