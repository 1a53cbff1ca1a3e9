using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Entente.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Mobility : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ApproverId",
                table: "safeguards_approval_step",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsStuck",
                table: "safeguards_approval_step",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Instant>(
                name: "NamedAt",
                table: "safeguards_approval_step",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "NamedById",
                table: "safeguards_approval_step",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NamedReason",
                table: "safeguards_approval_step",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StandInRole",
                table: "safeguards_approval_step",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "StandInUnitId",
                table: "safeguards_approval_step",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Instant>(
                name: "VacantSince",
                table: "safeguards_approval_step",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Instant>(
                name: "PutAwayAt",
                table: "foundation_mail",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SentBy",
                table: "foundation_mail",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Passing",
                table: "foundation_issued_document",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsOutward",
                table: "foundation_document_template",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "directory_encounter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    UnderKind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    UnderKey = table.Column<Guid>(type: "uuid", nullable: true),
                    SourceKind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    SourceKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Affiliation = table.Column<string>(type: "text", nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_encounter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_directory_encounter_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directory_encounter_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_funding_source",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_funding_source", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_funding_source_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_mobility_form",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    IsOffered = table.Column<bool>(type: "boolean", nullable: false),
                    Length = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Months = table.Column<int>(type: "integer", nullable: false),
                    HasHostSupervisor = table.Column<bool>(type: "boolean", nullable: false),
                    HasTwoDegrees = table.Column<bool>(type: "boolean", nullable: false),
                    ReportMonths = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_mobility_form", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "mobility_funding_budget",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Awarded = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_funding_budget", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_funding_budget_mobility_funding_source_SourceId",
                        column: x => x.SourceId,
                        principalTable: "mobility_funding_source",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mobility_call",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Lead = table.Column<string>(type: "text", nullable: false),
                    FormId = table.Column<Guid>(type: "uuid", nullable: false),
                    AcademicYear = table.Column<int>(type: "integer", nullable: false),
                    Zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpensTime = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosesTime = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    GraceMinutes = table.Column<int>(type: "integer", nullable: false),
                    OpensAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    ClosesAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Choices = table.Column<int>(type: "integer", nullable: false),
                    Recommendations = table.Column<int>(type: "integer", nullable: false),
                    AcceptDays = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_call", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_call_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_call_mobility_mobility_form_FormId",
                        column: x => x.FormId,
                        principalTable: "mobility_mobility_form",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_allocation_input",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Commitment = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Seed = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    FrozenAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_allocation_input", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_allocation_input_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_allocation_input_mobility_call_CallId",
                        column: x => x.CallId,
                        principalTable: "mobility_call",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_application",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    CallUnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Field = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    Grade = table.Column<int>(type: "integer", nullable: true),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    LanguageLevel = table.Column<int>(type: "integer", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StartedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    SubmittedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    IsLate = table.Column<bool>(type: "boolean", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Rank = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_application", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_application_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_application_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_application_directory_unit_CallUnitId",
                        column: x => x.CallUnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_application_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_application_mobility_call_CallId",
                        column: x => x.CallId,
                        principalTable: "mobility_call",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_call_document",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    IsRequired = table.Column<bool>(type: "boolean", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_call_document", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_call_document_mobility_call_CallId",
                        column: x => x.CallId,
                        principalTable: "mobility_call",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mobility_call_funding",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_call_funding", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_call_funding_mobility_call_CallId",
                        column: x => x.CallId,
                        principalTable: "mobility_call",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_call_funding_mobility_funding_source_SourceId",
                        column: x => x.SourceId,
                        principalTable: "mobility_funding_source",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_call_place",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Seats = table.Column<int>(type: "integer", nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Field = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    LanguageLevel = table.Column<int>(type: "integer", nullable: true),
                    LeastGrade = table.Column<int>(type: "integer", nullable: true),
                    Cost = table.Column<long>(type: "bigint", nullable: true),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    ClosedReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_call_place", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_call_place_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_call_place_mobility_call_CallId",
                        column: x => x.CallId,
                        principalTable: "mobility_call",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_mobility_call_place_partners_agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "partners_agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_nomination_letter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    SentAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    LinkId = table.Column<Guid>(type: "uuid", nullable: true),
                    CorrectedName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CorrectedEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    NotedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_nomination_letter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_nomination_letter_directory_organisation_Organisat~",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_nomination_letter_mobility_call_CallId",
                        column: x => x.CallId,
                        principalTable: "mobility_call",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_rubric",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Guidance = table.Column<string>(type: "text", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Reviewers = table.Column<int>(type: "integer", nullable: false),
                    FrozenAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    RankedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_rubric", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_rubric_mobility_call_CallId",
                        column: x => x.CallId,
                        principalTable: "mobility_call",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_allocation_run",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InputId = table.Column<Guid>(type: "uuid", nullable: false),
                    Mechanism = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Result = table.Column<string>(type: "text", nullable: false),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    RanAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_allocation_run", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_allocation_run_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_allocation_run_mobility_allocation_input_InputId",
                        column: x => x.InputId,
                        principalTable: "mobility_allocation_input",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_declared_conflict",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReviewerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    DeclaredAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_declared_conflict", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_declared_conflict_directory_account_ReviewerId",
                        column: x => x.ReviewerId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_declared_conflict_mobility_application_Application~",
                        column: x => x.ApplicationId,
                        principalTable: "mobility_application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_recommendation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    AskedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    AnsweredAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    LinkId = table.Column<Guid>(type: "uuid", nullable: true),
                    Text = table.Column<string>(type: "text", nullable: true),
                    IsDeclined = table.Column<bool>(type: "boolean", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_recommendation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_recommendation_mobility_application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "mobility_application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mobility_review",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    CallUnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReviewerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AskedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Comment = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_review", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_review_directory_account_ReviewerId",
                        column: x => x.ReviewerId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_review_directory_unit_CallUnitId",
                        column: x => x.CallUnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_review_mobility_application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "mobility_application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_mobility_review_mobility_call_CallId",
                        column: x => x.CallId,
                        principalTable: "mobility_call",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_stay",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uuid", nullable: true),
                    Line = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FormId = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    AcademicYear = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Topic = table.Column<string>(type: "text", nullable: false),
                    HomeSupervisorId = table.Column<Guid>(type: "uuid", nullable: true),
                    HostSupervisorId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ArrivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_stay", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_stay_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_stay_directory_person_HomeSupervisorId",
                        column: x => x.HomeSupervisorId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_stay_directory_person_HostSupervisorId",
                        column: x => x.HostSupervisorId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_stay_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_stay_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_stay_mobility_application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "mobility_application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_stay_mobility_mobility_form_FormId",
                        column: x => x.FormId,
                        principalTable: "mobility_mobility_form",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_stay_partners_agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "partners_agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_application_paper",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_application_paper", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_application_paper_foundation_stored_file_FileId",
                        column: x => x.FileId,
                        principalTable: "foundation_stored_file",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_application_paper_mobility_application_Application~",
                        column: x => x.ApplicationId,
                        principalTable: "mobility_application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_mobility_application_paper_mobility_call_document_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "mobility_call_document",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_application_choice",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_application_choice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_application_choice_mobility_application_Applicatio~",
                        column: x => x.ApplicationId,
                        principalTable: "mobility_application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_mobility_application_choice_mobility_call_place_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "mobility_call_place",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_rubric_criterion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RubricId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Weight = table.Column<int>(type: "integer", nullable: false),
                    Points = table.Column<int>(type: "integer", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_rubric_criterion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_rubric_criterion_mobility_rubric_RubricId",
                        column: x => x.RubricId,
                        principalTable: "mobility_rubric",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mobility_allocation_round",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    PublishedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    AcceptBy = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_allocation_round", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_allocation_round_directory_account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_allocation_round_mobility_allocation_run_RunId",
                        column: x => x.RunId,
                        principalTable: "mobility_allocation_run",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_allocation_round_mobility_call_CallId",
                        column: x => x.CallId,
                        principalTable: "mobility_call",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_award",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BudgetId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    StayId = table.Column<Guid>(type: "uuid", nullable: true),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Conditions = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Deposit = table.Column<long>(type: "bigint", nullable: true),
                    DepositedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DepositReturnedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Repayable = table.Column<long>(type: "bigint", nullable: false),
                    RepaidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_award", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_award_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_award_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_award_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_award_mobility_application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "mobility_application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_award_mobility_funding_budget_BudgetId",
                        column: x => x.BudgetId,
                        principalTable: "mobility_funding_budget",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_award_mobility_stay_StayId",
                        column: x => x.StayId,
                        principalTable: "mobility_stay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_outcome",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StayId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    ConfirmedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ConfirmedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_outcome", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_outcome_directory_account_ConfirmedById",
                        column: x => x.ConfirmedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_outcome_directory_account_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_outcome_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_outcome_mobility_stay_StayId",
                        column: x => x.StayId,
                        principalTable: "mobility_stay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_stay_contact",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StayId = table.Column<Guid>(type: "uuid", nullable: false),
                    Phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Address = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    EmergencyName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    EmergencyPhone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HostPhone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    EnteredAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_stay_contact", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_stay_contact_mobility_stay_StayId",
                        column: x => x.StayId,
                        principalTable: "mobility_stay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_stay_report",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StayId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    SentAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    SentById = table.Column<Guid>(type: "uuid", nullable: true),
                    SignedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    SignedName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    Remark = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_stay_report", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_stay_report_directory_account_SentById",
                        column: x => x.SentById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_stay_report_mobility_stay_StayId",
                        column: x => x.StayId,
                        principalTable: "mobility_stay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_study_plan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StayId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: true),
                    StudentAgreedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    HomeAgreedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    HomeAgreedById = table.Column<Guid>(type: "uuid", nullable: true),
                    HostAgreedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    HostAgreedName = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_study_plan", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_study_plan_directory_account_HomeAgreedById",
                        column: x => x.HomeAgreedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_study_plan_directory_account_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_study_plan_mobility_stay_StayId",
                        column: x => x.StayId,
                        principalTable: "mobility_stay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_transcript",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StayId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    Rows = table.Column<string>(type: "text", nullable: false),
                    Table = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_transcript", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_transcript_directory_account_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_transcript_directory_account_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_transcript_foundation_stored_file_FileId",
                        column: x => x.FileId,
                        principalTable: "foundation_stored_file",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_transcript_mobility_stay_StayId",
                        column: x => x.StayId,
                        principalTable: "mobility_stay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_review_score",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReviewId = table.Column<Guid>(type: "uuid", nullable: false),
                    CriterionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Points = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_review_score", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_review_score_mobility_review_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "mobility_review",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_mobility_review_score_mobility_rubric_criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "mobility_rubric_criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_allocation_result",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: true),
                    Why = table.Column<string>(type: "text", nullable: false),
                    WhyNot = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_allocation_result", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_allocation_result_mobility_allocation_round_RoundId",
                        column: x => x.RoundId,
                        principalTable: "mobility_allocation_round",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_allocation_result_mobility_application_Application~",
                        column: x => x.ApplicationId,
                        principalTable: "mobility_application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_allocation_result_mobility_call_place_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "mobility_call_place",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_instalment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AwardId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_instalment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_instalment_mobility_award_AwardId",
                        column: x => x.AwardId,
                        principalTable: "mobility_award",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mobility_outcome_person",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OutcomeId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_outcome_person", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_outcome_person_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_outcome_person_mobility_outcome_OutcomeId",
                        column: x => x.OutcomeId,
                        principalTable: "mobility_outcome",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mobility_nomination",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CallId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ResultId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SentAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    AnsweredAt = table.Column<Instant>(type: "timestamp with time zone", nullable: true),
                    Message = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Reply = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    StayId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_nomination", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_nomination_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_nomination_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_nomination_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_nomination_mobility_allocation_result_ResultId",
                        column: x => x.ResultId,
                        principalTable: "mobility_allocation_result",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_nomination_mobility_application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "mobility_application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_nomination_mobility_call_CallId",
                        column: x => x.CallId,
                        principalTable: "mobility_call",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_nomination_mobility_stay_StayId",
                        column: x => x.StayId,
                        principalTable: "mobility_stay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "mobility_mobility_form",
                columns: new[] { "Id", "Code", "HasHostSupervisor", "HasTwoDegrees", "IsOffered", "Length", "Months", "Name", "Order", "ReportMonths", "Version" },
                values: new object[,]
                {
                    { new Guid("019a0000-0004-7000-8000-000000000001"), "joint-cultivation", true, false, true, "Year", 12, "{\"en\":\"Joint cultivation\",\"zh-Hans\":\"联合培养\"}", 0, 6, 1 },
                    { new Guid("019a0000-0004-7000-8000-000000000002"), "dual-degree", true, true, true, "Year", 24, "{\"en\":\"Dual degree\",\"zh-Hans\":\"双学位\"}", 1, 6, 1 },
                    { new Guid("019a0000-0004-7000-8000-000000000003"), "cotutelle", true, true, true, "Year", 24, "{\"en\":\"Cotutelle\",\"zh-Hans\":\"联合授予博士学位\"}", 2, 6, 1 },
                    { new Guid("019a0000-0004-7000-8000-000000000004"), "short-doctoral", true, false, true, "Semester", 4, "{\"en\":\"Short doctoral stay\",\"zh-Hans\":\"博士生短期访学\"}", 3, 0, 1 },
                    { new Guid("019a0000-0004-7000-8000-000000000005"), "exchange-semester", false, false, true, "Semester", 5, "{\"en\":\"Exchange semester\",\"zh-Hans\":\"交换学期\"}", 4, 0, 1 }
                });

            migrationBuilder.InsertData(
                table: "safeguards_pack_edition",
                columns: new[] { "Id", "Code", "Content", "Edition", "From", "Hash", "InstalledAt", "InstalledById", "To", "Version" },
                values: new object[,]
                {
                    { new Guid("019a0000-0003-7000-8000-000000000002"), "entente.documents", "{\n  \"id\": \"entente.documents\",\n  \"version\": \"2026.1\",\n  \"effectiveFrom\": \"2015-01-01\",\n  \"title\": { \"en\": \"Letters and documents: starting rules\", \"zh-Hans\": \"函件与证明：初始规则\" },\n  \"summary\": {\n    \"en\": \"What must hold before a letter goes out that commits the school: about an agreement, and to a partner. Written as a start; a school installs its own version.\",\n    \"zh-Hans\": \"对外具有承诺效力的函件（协议证明、致合作单位的函件）出具前须满足的条件。此为初始规则，学院可按本校规定安装自己的版本。\"\n  },\n  \"citations\": [\n    { \"id\": \"foreign-letters\", \"text\": { \"en\": \"The university's own rules on letters to foreign partners; name the document and its number here.\", \"zh-Hans\": \"本校对外函件管理规定；文件名称与文号须在此写明。\" }, \"unconfirmed\": true }\n  ],\n  \"gates\": [\n    {\n      \"id\": \"partners.agreement-letter\",\n      \"title\": { \"en\": \"Before a letter about an agreement is issued\", \"zh-Hans\": \"出具协议函件前\" },\n      \"longestExceptionDays\": 30,\n      \"checks\": [\n        { \"check\": \"partners.agreement-in-force\", \"rule\": { \"en\": \"The agreement is in force on the day of the letter.\", \"zh-Hans\": \"函件出具之日协议有效。\" }, \"citations\": [\"foreign-letters\"] },\n        { \"check\": \"partners.parties-not-ended\", \"rule\": { \"en\": \"Every party still exists.\", \"zh-Hans\": \"各签约方均存续。\" }, \"citations\": [\"foreign-letters\"] }\n      ]\n    },\n    {\n      \"id\": \"partners.partner-letter\",\n      \"title\": { \"en\": \"Before a letter to a partner is issued\", \"zh-Hans\": \"出具致合作单位函件前\" },\n      \"checks\": [\n        { \"check\": \"partners.partner-not-ended\", \"rule\": { \"en\": \"The partner still exists.\", \"zh-Hans\": \"合作单位存续。\" }, \"citations\": [\"foreign-letters\"] }\n      ]\n    }\n  ],\n  \"goldenCases\": [\n    { \"title\": { \"en\": \"A letter about an agreement that ended does not go out\", \"zh-Hans\": \"协议已到期的不得出具函件\" }, \"kind\": \"check\", \"given\": { \"gate\": \"partners.agreement-letter\", \"check\": \"partners.agreement-in-force\", \"inForce\": \"false\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"One in force goes out\", \"zh-Hans\": \"协议有效的可以出具\" }, \"kind\": \"check\", \"given\": { \"gate\": \"partners.agreement-letter\", \"check\": \"partners.agreement-in-force\", \"inForce\": \"true\" }, \"expect\": \"Pass\" },\n    { \"title\": { \"en\": \"A partner that exists no longer is not written to\", \"zh-Hans\": \"合作单位已不存在的不得出具\" }, \"kind\": \"check\", \"given\": { \"gate\": \"partners.partner-letter\", \"check\": \"partners.partner-not-ended\", \"partner\": \"1\", \"ended\": \"Town College\" }, \"expect\": \"Fail\" }\n  ]\n}\n", "2026.1", new DateOnly(2015, 1, 1), new byte[] { 106, 209, 142, 108, 104, 60, 212, 104, 169, 58, 193, 245, 118, 202, 147, 75, 12, 148, 46, 84, 54, 253, 227, 213, 70, 109, 153, 211, 149, 118, 58, 80 }, NodaTime.Instant.FromUnixTimeTicks(17672256000000000L), null, null, 1 },
                    { new Guid("019a0000-0003-7000-8000-000000000003"), "entente.funding", "{\n  \"id\": \"entente.funding\",\n  \"version\": \"2026.1\",\n  \"effectiveFrom\": \"2015-01-01\",\n  \"title\": { \"en\": \"Funding of students abroad: starting rules\", \"zh-Hans\": \"学生派出资助：初始规则\" },\n  \"summary\": {\n    \"en\": \"What must hold before an instalment is paid, what deposit is asked for, and what is paid back where a stay ends early. Written as a start; a school installs its own version with its own numbers.\",\n    \"zh-Hans\": \"资助分期发放前须满足的条件、保证金比例以及提前结束派出时的退还办法。此为初始规则，学院可按本校规定安装自己的版本。\"\n  },\n  \"citations\": [\n    { \"id\": \"student-funding\", \"text\": { \"en\": \"The university's own rules on funding students abroad; name the document and its number here.\", \"zh-Hans\": \"本校学生出国（境）资助管理办法；文件名称与文号须在此写明。\" }, \"unconfirmed\": true }\n  ],\n  \"gates\": [\n    {\n      \"id\": \"mobility.pay\",\n      \"title\": { \"en\": \"Before an instalment is paid\", \"zh-Hans\": \"发放资助前\" },\n      \"longestExceptionDays\": 30,\n      \"checks\": [\n        { \"check\": \"mobility.nothing-late\", \"rule\": { \"en\": \"Nothing the stay owes is late.\", \"zh-Hans\": \"派出期间应交事项均未逾期。\" }, \"parameters\": { \"kinds\": \"mobility.arrival mobility.return mobility.report\", \"days\": 0 }, \"citations\": [\"student-funding\"] },\n        { \"check\": \"mobility.deposit-made\", \"rule\": { \"en\": \"A deposit of ten percent of the award is there.\", \"zh-Hans\": \"已缴纳资助额百分之十的保证金。\" }, \"parameters\": { \"percent\": 10 }, \"citations\": [\"student-funding\"] }\n      ]\n    },\n    {\n      \"id\": \"mobility.return-deposit\",\n      \"title\": { \"en\": \"Before a deposit is given back\", \"zh-Hans\": \"退还保证金前\" },\n      \"checks\": [\n        { \"check\": \"mobility.nothing-late\", \"rule\": { \"en\": \"Nothing the stay owes is late.\", \"zh-Hans\": \"派出期间应交事项均未逾期。\" }, \"parameters\": { \"kinds\": \"mobility.arrival mobility.return mobility.report\", \"days\": 0 }, \"citations\": [\"student-funding\"] }\n      ]\n    },\n    {\n      \"id\": \"mobility.repay\",\n      \"title\": { \"en\": \"What is paid back where a stay ends early\", \"zh-Hans\": \"提前结束派出时的退还\" },\n      \"checks\": [\n        { \"check\": \"mobility.repayment\", \"rule\": { \"en\": \"Below half of the planned days everything is paid back, from nine tenths on nothing, between them what falls on the days not served.\", \"zh-Hans\": \"实际天数不足计划一半的全部退还，达到九成的不退还，其间按未完成天数比例退还。\" }, \"parameters\": { \"wholeBelowPercent\": 50, \"noneFromPercent\": 90 }, \"citations\": [\"student-funding\"] }\n      ]\n    }\n  ],\n  \"goldenCases\": [\n    { \"title\": { \"en\": \"A late report suspends the payment\", \"zh-Hans\": \"报告逾期，暂停发放\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.pay\", \"check\": \"mobility.nothing-late\", \"late\": \"A progress report is due.\", \"due\": \"2026-03-01\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"Once it has come, it is paid\", \"zh-Hans\": \"提交后恢复发放\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.pay\", \"check\": \"mobility.nothing-late\", \"late\": \"\" }, \"expect\": \"Pass\" },\n    { \"title\": { \"en\": \"A deposit one cent short\", \"zh-Hans\": \"保证金差一分\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.pay\", \"check\": \"mobility.deposit-made\", \"award\": \"1000005\", \"deposit\": \"100000\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"The deposit is there\", \"zh-Hans\": \"保证金已缴\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.pay\", \"check\": \"mobility.deposit-made\", \"award\": \"1000005\", \"deposit\": \"100001\" }, \"expect\": \"Pass\" },\n    { \"title\": { \"en\": \"Less than half of the days: everything\", \"zh-Hans\": \"不足一半天数：全部退还\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.repay\", \"check\": \"mobility.repayment\", \"paid\": \"3000000\", \"planned\": \"360\", \"served\": \"179\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"Half of the days: in proportion\", \"zh-Hans\": \"达到一半天数：按比例退还\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.repay\", \"check\": \"mobility.repayment\", \"paid\": \"3000000\", \"planned\": \"360\", \"served\": \"180\" }, \"expect\": \"Warn\" },\n    { \"title\": { \"en\": \"Nine tenths of the days: nothing\", \"zh-Hans\": \"达到九成天数：不退还\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.repay\", \"check\": \"mobility.repayment\", \"paid\": \"3000000\", \"planned\": \"360\", \"served\": \"324\" }, \"expect\": \"Pass\" }\n  ]\n}\n", "2026.1", new DateOnly(2015, 1, 1), new byte[] { 239, 46, 231, 192, 82, 6, 45, 158, 123, 160, 178, 98, 238, 59, 188, 160, 231, 124, 70, 218, 186, 34, 214, 171, 3, 0, 146, 85, 207, 64, 164, 45 }, NodaTime.Instant.FromUnixTimeTicks(17672256000000000L), null, null, 1 },
                    { new Guid("019a0000-0003-7000-8000-000000000004"), "entente.mobility", "{\n  \"id\": \"entente.mobility\",\n  \"version\": \"2026.1\",\n  \"effectiveFrom\": \"2015-01-01\",\n  \"title\": { \"en\": \"Students abroad: starting rules\", \"zh-Hans\": \"学生派出：初始规则\" },\n  \"summary\": {\n    \"en\": \"What is due before, during and after a stay abroad, how long before its first or after its last day, and from whom; how grades of elsewhere are converted. Written as a start; a school installs its own version with its own numbers.\",\n    \"zh-Hans\": \"派出前、派出期间和归来后的各项事项、期限与责任人，以及外方成绩换算。此为初始规则，学院可按本校规定安装自己的版本。\"\n  },\n  \"citations\": [\n    { \"id\": \"students-abroad\", \"text\": { \"en\": \"The university's own rules on students who study abroad; name the document and its number here.\", \"zh-Hans\": \"本校学生出国（境）学习管理规定；文件名称与文号须在此写明。\" }, \"unconfirmed\": true }\n  ],\n  \"schedules\": [\n    {\n      \"id\": \"mobility.outgoing\",\n      \"title\": { \"en\": \"A student's stay abroad\", \"zh-Hans\": \"学生派出\" },\n      \"citations\": [\"students-abroad\"],\n      \"steps\": [\n        { \"code\": \"clearance\", \"title\": { \"en\": \"Clear the research topic and the data taken along\", \"zh-Hans\": \"办理课题与携带数据审查\" }, \"from\": \"start\", \"days\": -100, \"showDays\": 30, \"role\": \"officer\" },\n        { \"code\": \"visa\", \"title\": { \"en\": \"Apply for the visa\", \"zh-Hans\": \"申请签证\" }, \"from\": \"start\", \"days\": -75, \"showDays\": 45 },\n        { \"code\": \"study-plan\", \"title\": { \"en\": \"Have the study plan agreed by both supervisors\", \"zh-Hans\": \"学习计划经双方导师确认\" }, \"from\": \"start\", \"days\": -45, \"showDays\": 45 },\n        { \"code\": \"insurance\", \"title\": { \"en\": \"Take out health and accident insurance for the whole stay\", \"zh-Hans\": \"办理派出期间医疗与意外保险\" }, \"from\": \"start\", \"days\": -30, \"showDays\": 30 },\n        { \"code\": \"contact\", \"title\": { \"en\": \"Enter the emergency contacts\", \"zh-Hans\": \"填写紧急联系人\" }, \"from\": \"start\", \"days\": -14, \"showDays\": 30 },\n        { \"code\": \"briefing\", \"title\": { \"en\": \"Take part in the briefing before departure\", \"zh-Hans\": \"参加行前教育\" }, \"from\": \"start\", \"days\": -14, \"showDays\": 21 },\n        { \"code\": \"registration\", \"title\": { \"en\": \"Register with the host and send the local address\", \"zh-Hans\": \"在外方注册并报送当地住址\" }, \"from\": \"start\", \"days\": 14, \"showDays\": 14 },\n        { \"code\": \"return-report\", \"title\": { \"en\": \"Write the return report\", \"zh-Hans\": \"提交归国报告\" }, \"from\": \"end\", \"days\": 30, \"showDays\": 30 },\n        { \"code\": \"transcript\", \"title\": { \"en\": \"Hand in the transcript of the host\", \"zh-Hans\": \"提交外方成绩单\" }, \"from\": \"end\", \"days\": 60, \"showDays\": 30 },\n        { \"code\": \"outcome\", \"title\": { \"en\": \"Record what came of the stay and have it confirmed\", \"zh-Hans\": \"登记派出成果并完成确认\" }, \"from\": \"end\", \"days\": 180, \"showDays\": 60 }\n      ]\n    }\n  ],\n  \"tables\": [\n    { \"id\": \"grades.us-letter\", \"title\": { \"en\": \"Letters as in the United States to points of 100\", \"zh-Hans\": \"美国等级制换算百分制\" }, \"rows\": {\"A+\": \"98\", \"A\": \"95\", \"A-\": \"91\", \"B+\": \"88\", \"B\": \"84\", \"B-\": \"81\", \"C+\": \"78\", \"C\": \"74\", \"C-\": \"71\", \"D\": \"65\", \"F\": \"50\", \"P\": \"P\"}, \"citations\": [\"students-abroad\"] },\n    { \"id\": \"grades.ects\", \"title\": { \"en\": \"ECTS letters to points of 100\", \"zh-Hans\": \"ECTS等级换算百分制\" }, \"rows\": {\"A\": \"95\", \"B\": \"88\", \"C\": \"80\", \"D\": \"70\", \"E\": \"62\", \"FX\": \"50\", \"F\": \"40\", \"P\": \"P\"}, \"citations\": [\"students-abroad\"] },\n    { \"id\": \"grades.nl\", \"title\": { \"en\": \"Dutch marks to points of 100\", \"zh-Hans\": \"荷兰十分制换算百分制\" }, \"rows\": {\"10\": \"100\", \"9.5\": \"98\", \"9\": \"96\", \"8.5\": \"93\", \"8\": \"90\", \"7.5\": \"86\", \"7\": \"82\", \"6.5\": \"75\", \"6\": \"65\", \"5\": \"50\", \"4\": \"40\"}, \"citations\": [\"students-abroad\"] },\n    { \"id\": \"grades.de\", \"title\": { \"en\": \"German marks to points of 100\", \"zh-Hans\": \"德国五分制换算百分制\" }, \"rows\": {\"1.0\": \"98\", \"1.3\": \"95\", \"1.7\": \"91\", \"2.0\": \"88\", \"2.3\": \"85\", \"2.7\": \"81\", \"3.0\": \"78\", \"3.3\": \"74\", \"3.7\": \"70\", \"4.0\": \"65\", \"5.0\": \"50\"}, \"citations\": [\"students-abroad\"] }\n  ],\n  \"goldenCases\": [\n    { \"title\": { \"en\": \"A minus of the United States\", \"zh-Hans\": \"美国A-\" }, \"kind\": \"convert\", \"given\": { \"table\": \"grades.us-letter\", \"value\": \"A-\" }, \"expect\": \"91\" },\n    { \"title\": { \"en\": \"A German 1.3\", \"zh-Hans\": \"德国1.3分\" }, \"kind\": \"convert\", \"given\": { \"table\": \"grades.de\", \"value\": \"1.3\" }, \"expect\": \"95\" },\n    { \"title\": { \"en\": \"The visa is applied for 75 days before the first day\", \"zh-Hans\": \"签证须在出发前75天申请\" }, \"kind\": \"schedule\", \"given\": { \"schedule\": \"mobility.outgoing\", \"step\": \"visa\", \"first\": \"2026-09-01\", \"last\": \"2027-08-31\" }, \"expect\": \"2026-06-18\" },\n    { \"title\": { \"en\": \"A first day moved by two weeks moves it by two weeks\", \"zh-Hans\": \"出发推迟两周，期限顺延两周\" }, \"kind\": \"schedule\", \"given\": { \"schedule\": \"mobility.outgoing\", \"step\": \"visa\", \"first\": \"2026-09-15\", \"last\": \"2027-08-31\" }, \"expect\": \"2026-07-02\" },\n    { \"title\": { \"en\": \"The return report is due 30 days after the last day\", \"zh-Hans\": \"归国报告须在结束后30天内提交\" }, \"kind\": \"schedule\", \"given\": { \"schedule\": \"mobility.outgoing\", \"step\": \"return-report\", \"first\": \"2026-09-01\", \"last\": \"2027-08-31\" }, \"expect\": \"2027-09-30\" },\n    { \"title\": { \"en\": \"Half a year across a leap day\", \"zh-Hans\": \"跨闰日的半年\" }, \"kind\": \"schedule\", \"given\": { \"schedule\": \"mobility.outgoing\", \"step\": \"outcome\", \"first\": \"2027-09-01\", \"last\": \"2027-12-31\" }, \"expect\": \"2028-06-28\" }\n  ]\n}\n", "2026.1", new DateOnly(2015, 1, 1), new byte[] { 46, 50, 18, 44, 77, 243, 9, 2, 176, 47, 208, 37, 56, 168, 213, 237, 210, 226, 31, 169, 235, 88, 49, 221, 189, 116, 137, 213, 222, 128, 25, 106 }, NodaTime.Instant.FromUnixTimeTicks(17672256000000000L), null, null, 1 },
                    { new Guid("019a0000-0003-7000-8000-000000000005"), "entente.nomination", "{\n  \"id\": \"entente.nomination\",\n  \"version\": \"2026.1\",\n  \"effectiveFrom\": \"2015-01-01\",\n  \"title\": { \"en\": \"Nomination of students: starting rules\", \"zh-Hans\": \"学生推荐：初始规则\" },\n  \"summary\": {\n    \"en\": \"What must hold before a student is nominated to a partner. Written as a start; a school installs its own version with its own numbers.\",\n    \"zh-Hans\": \"向合作方推荐学生前须满足的条件。此为初始规则，学院可按本校规定安装自己的版本。\"\n  },\n  \"citations\": [\n    { \"id\": \"student-mobility\", \"text\": { \"en\": \"The university's own rules on sending students abroad; name the document and its number here.\", \"zh-Hans\": \"本校学生出国（境）学习管理规定；文件名称与文号须在此写明。\" }, \"unconfirmed\": true }\n  ],\n  \"gates\": [\n    {\n      \"id\": \"mobility.nominate\",\n      \"title\": { \"en\": \"Before a student is nominated\", \"zh-Hans\": \"推荐学生前\" },\n      \"longestExceptionDays\": 30,\n      \"checks\": [\n        { \"check\": \"mobility.agreement-in-force\", \"rule\": { \"en\": \"The agreement is in force on the first day of the stay.\", \"zh-Hans\": \"派出首日协议有效。\" }, \"citations\": [\"student-mobility\"] },\n        { \"check\": \"mobility.place-accepted\", \"rule\": { \"en\": \"The student has accepted the place.\", \"zh-Hans\": \"学生已接受名额。\" }, \"excusable\": false, \"citations\": [\"student-mobility\"] },\n        { \"check\": \"mobility.documents-complete\", \"rule\": { \"en\": \"Every document the call requires is there.\", \"zh-Hans\": \"项目所需材料齐全。\" }, \"citations\": [\"student-mobility\"] },\n        { \"check\": \"mobility.days-ahead\", \"rule\": { \"en\": \"At least sixty days lie before the stay for visa and insurance.\", \"zh-Hans\": \"距派出至少六十天，以办理签证与保险。\" }, \"parameters\": { \"least\": 60 }, \"citations\": [\"student-mobility\"] }\n      ]\n    }\n  ],\n  \"goldenCases\": [\n    { \"title\": { \"en\": \"An agreement that has ended sends nobody\", \"zh-Hans\": \"协议已终止的不得推荐\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.nominate\", \"check\": \"mobility.agreement-in-force\", \"inForce\": \"no\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"A document is missing\", \"zh-Hans\": \"材料缺失\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.nominate\", \"check\": \"mobility.documents-complete\", \"missing\": \"1\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"Fifty-nine days are pointed out\", \"zh-Hans\": \"仅五十九天的予以提示\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.nominate\", \"check\": \"mobility.days-ahead\", \"days\": \"59\" }, \"expect\": \"Warn\" },\n    { \"title\": { \"en\": \"Sixty days are enough\", \"zh-Hans\": \"六十天即可\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.nominate\", \"check\": \"mobility.days-ahead\", \"days\": \"60\" }, \"expect\": \"Pass\" }\n  ]\n}\n", "2026.1", new DateOnly(2015, 1, 1), new byte[] { 113, 250, 118, 157, 32, 11, 66, 159, 108, 114, 28, 220, 151, 183, 195, 118, 123, 66, 54, 2, 242, 68, 185, 90, 205, 232, 204, 146, 156, 77, 225, 110 }, NodaTime.Instant.FromUnixTimeTicks(17672256000000000L), null, null, 1 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_approval_step_ApproverId",
                table: "safeguards_approval_step",
                column: "ApproverId");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_approval_step_NamedById",
                table: "safeguards_approval_step",
                column: "NamedById");

            migrationBuilder.CreateIndex(
                name: "IX_safeguards_approval_step_StandInUnitId",
                table: "safeguards_approval_step",
                column: "StandInUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_foundation_mail_SentBy_State",
                table: "foundation_mail",
                columns: new[] { "SentBy", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_encounter_OrganisationId_From",
                table: "directory_encounter",
                columns: new[] { "OrganisationId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_encounter_PersonId_From",
                table: "directory_encounter",
                columns: new[] { "PersonId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_encounter_SourceKey_SourceKind",
                table: "directory_encounter",
                columns: new[] { "SourceKey", "SourceKind" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_allocation_input_AccountId",
                table: "mobility_allocation_input",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_allocation_input_CallId_Number",
                table: "mobility_allocation_input",
                columns: new[] { "CallId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_allocation_result_ApplicationId_State",
                table: "mobility_allocation_result",
                columns: new[] { "ApplicationId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_allocation_result_PlaceId",
                table: "mobility_allocation_result",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_allocation_result_RoundId_ApplicationId",
                table: "mobility_allocation_result",
                columns: new[] { "RoundId", "ApplicationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_allocation_round_AccountId",
                table: "mobility_allocation_round",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_allocation_round_CallId_Number",
                table: "mobility_allocation_round",
                columns: new[] { "CallId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_allocation_round_RunId",
                table: "mobility_allocation_round",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_allocation_run_AccountId",
                table: "mobility_allocation_run",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_allocation_run_InputId_Mechanism",
                table: "mobility_allocation_run",
                columns: new[] { "InputId", "Mechanism" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_application_AccountId",
                table: "mobility_application",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_application_CallId_PersonId",
                table: "mobility_application",
                columns: new[] { "CallId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_application_CallId_State_Rank",
                table: "mobility_application",
                columns: new[] { "CallId", "State", "Rank" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_application_CallUnitId",
                table: "mobility_application",
                column: "CallUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_application_PersonId",
                table: "mobility_application",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_application_UnitId",
                table: "mobility_application",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_application_choice_ApplicationId_Order",
                table: "mobility_application_choice",
                columns: new[] { "ApplicationId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_application_choice_PlaceId",
                table: "mobility_application_choice",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_application_paper_ApplicationId_DocumentId",
                table: "mobility_application_paper",
                columns: new[] { "ApplicationId", "DocumentId" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_application_paper_DocumentId",
                table: "mobility_application_paper",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_application_paper_FileId",
                table: "mobility_application_paper",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_award_ApplicationId",
                table: "mobility_award",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_award_BudgetId",
                table: "mobility_award",
                column: "BudgetId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_award_OrganisationId",
                table: "mobility_award",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_award_PersonId",
                table: "mobility_award",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_award_StayId",
                table: "mobility_award",
                column: "StayId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_award_UnitId",
                table: "mobility_award",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_call_FormId",
                table: "mobility_call",
                column: "FormId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_call_State_ClosesAt",
                table: "mobility_call",
                columns: new[] { "State", "ClosesAt" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_call_UnitId",
                table: "mobility_call",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_call_document_CallId_Order",
                table: "mobility_call_document",
                columns: new[] { "CallId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_call_funding_CallId",
                table: "mobility_call_funding",
                column: "CallId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_call_funding_SourceId",
                table: "mobility_call_funding",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_call_place_AgreementId",
                table: "mobility_call_place",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_call_place_CallId_AgreementId_Line_OrganisationId",
                table: "mobility_call_place",
                columns: new[] { "CallId", "AgreementId", "Line", "OrganisationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_call_place_OrganisationId",
                table: "mobility_call_place",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_declared_conflict_ApplicationId_ReviewerId",
                table: "mobility_declared_conflict",
                columns: new[] { "ApplicationId", "ReviewerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_declared_conflict_ReviewerId",
                table: "mobility_declared_conflict",
                column: "ReviewerId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_funding_budget_SourceId_Year",
                table: "mobility_funding_budget",
                columns: new[] { "SourceId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_funding_source_UnitId",
                table: "mobility_funding_source",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_instalment_AwardId_Order",
                table: "mobility_instalment",
                columns: new[] { "AwardId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_mobility_form_Code",
                table: "mobility_mobility_form",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_nomination_ApplicationId",
                table: "mobility_nomination",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_nomination_CallId_OrganisationId",
                table: "mobility_nomination",
                columns: new[] { "CallId", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_nomination_OrganisationId",
                table: "mobility_nomination",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_nomination_PersonId",
                table: "mobility_nomination",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_nomination_ResultId",
                table: "mobility_nomination",
                column: "ResultId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_nomination_StayId",
                table: "mobility_nomination",
                column: "StayId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_nomination_UnitId",
                table: "mobility_nomination",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_nomination_letter_CallId_OrganisationId",
                table: "mobility_nomination_letter",
                columns: new[] { "CallId", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_nomination_letter_OrganisationId",
                table: "mobility_nomination_letter",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_outcome_ConfirmedById",
                table: "mobility_outcome",
                column: "ConfirmedById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_outcome_OrganisationId",
                table: "mobility_outcome",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_outcome_RecordedById",
                table: "mobility_outcome",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_outcome_StayId_WithdrawnAt",
                table: "mobility_outcome",
                columns: new[] { "StayId", "WithdrawnAt" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_outcome_person_OutcomeId_PersonId",
                table: "mobility_outcome_person",
                columns: new[] { "OutcomeId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_outcome_person_PersonId",
                table: "mobility_outcome_person",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_recommendation_ApplicationId",
                table: "mobility_recommendation",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_review_ApplicationId_ReviewerId",
                table: "mobility_review",
                columns: new[] { "ApplicationId", "ReviewerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_review_CallId_State",
                table: "mobility_review",
                columns: new[] { "CallId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_review_CallUnitId",
                table: "mobility_review",
                column: "CallUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_review_Code",
                table: "mobility_review",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_review_ReviewerId_State",
                table: "mobility_review",
                columns: new[] { "ReviewerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_review_score_CriterionId",
                table: "mobility_review_score",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_review_score_ReviewId_CriterionId",
                table: "mobility_review_score",
                columns: new[] { "ReviewId", "CriterionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_rubric_CallId",
                table: "mobility_rubric",
                column: "CallId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_rubric_criterion_RubricId_Order",
                table: "mobility_rubric_criterion",
                columns: new[] { "RubricId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_AgreementId",
                table: "mobility_stay",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_ApplicationId",
                table: "mobility_stay",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_Direction_AcademicYear",
                table: "mobility_stay",
                columns: new[] { "Direction", "AcademicYear" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_FormId",
                table: "mobility_stay",
                column: "FormId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_HomeSupervisorId",
                table: "mobility_stay",
                column: "HomeSupervisorId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_HostSupervisorId",
                table: "mobility_stay",
                column: "HostSupervisorId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_OrganisationId",
                table: "mobility_stay",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_PersonId",
                table: "mobility_stay",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_State_Until",
                table: "mobility_stay",
                columns: new[] { "State", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_UnitId",
                table: "mobility_stay",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_contact_StayId",
                table: "mobility_stay_contact",
                column: "StayId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_report_SentById",
                table: "mobility_stay_report",
                column: "SentById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_report_StayId_Number",
                table: "mobility_stay_report",
                columns: new[] { "StayId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_study_plan_HomeAgreedById",
                table: "mobility_study_plan",
                column: "HomeAgreedById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_study_plan_RecordedById",
                table: "mobility_study_plan",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_study_plan_StayId_Number",
                table: "mobility_study_plan",
                columns: new[] { "StayId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_transcript_DecidedById",
                table: "mobility_transcript",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_transcript_FileId",
                table: "mobility_transcript",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_transcript_RecordedById",
                table: "mobility_transcript",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_transcript_StayId",
                table: "mobility_transcript",
                column: "StayId",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_safeguards_approval_step_directory_account_ApproverId",
                table: "safeguards_approval_step",
                column: "ApproverId",
                principalTable: "directory_account",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_safeguards_approval_step_directory_account_NamedById",
                table: "safeguards_approval_step",
                column: "NamedById",
                principalTable: "directory_account",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_safeguards_approval_step_directory_unit_StandInUnitId",
                table: "safeguards_approval_step",
                column: "StandInUnitId",
                principalTable: "directory_unit",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_safeguards_approval_step_directory_account_ApproverId",
                table: "safeguards_approval_step");

            migrationBuilder.DropForeignKey(
                name: "FK_safeguards_approval_step_directory_account_NamedById",
                table: "safeguards_approval_step");

            migrationBuilder.DropForeignKey(
                name: "FK_safeguards_approval_step_directory_unit_StandInUnitId",
                table: "safeguards_approval_step");

            migrationBuilder.DropTable(
                name: "directory_encounter");

            migrationBuilder.DropTable(
                name: "mobility_application_choice");

            migrationBuilder.DropTable(
                name: "mobility_application_paper");

            migrationBuilder.DropTable(
                name: "mobility_call_funding");

            migrationBuilder.DropTable(
                name: "mobility_declared_conflict");

            migrationBuilder.DropTable(
                name: "mobility_instalment");

            migrationBuilder.DropTable(
                name: "mobility_nomination");

            migrationBuilder.DropTable(
                name: "mobility_nomination_letter");

            migrationBuilder.DropTable(
                name: "mobility_outcome_person");

            migrationBuilder.DropTable(
                name: "mobility_recommendation");

            migrationBuilder.DropTable(
                name: "mobility_review_score");

            migrationBuilder.DropTable(
                name: "mobility_stay_contact");

            migrationBuilder.DropTable(
                name: "mobility_stay_report");

            migrationBuilder.DropTable(
                name: "mobility_study_plan");

            migrationBuilder.DropTable(
                name: "mobility_transcript");

            migrationBuilder.DropTable(
                name: "mobility_call_document");

            migrationBuilder.DropTable(
                name: "mobility_award");

            migrationBuilder.DropTable(
                name: "mobility_allocation_result");

            migrationBuilder.DropTable(
                name: "mobility_outcome");

            migrationBuilder.DropTable(
                name: "mobility_review");

            migrationBuilder.DropTable(
                name: "mobility_rubric_criterion");

            migrationBuilder.DropTable(
                name: "mobility_funding_budget");

            migrationBuilder.DropTable(
                name: "mobility_allocation_round");

            migrationBuilder.DropTable(
                name: "mobility_call_place");

            migrationBuilder.DropTable(
                name: "mobility_stay");

            migrationBuilder.DropTable(
                name: "mobility_rubric");

            migrationBuilder.DropTable(
                name: "mobility_funding_source");

            migrationBuilder.DropTable(
                name: "mobility_allocation_run");

            migrationBuilder.DropTable(
                name: "mobility_application");

            migrationBuilder.DropTable(
                name: "mobility_allocation_input");

            migrationBuilder.DropTable(
                name: "mobility_call");

            migrationBuilder.DropTable(
                name: "mobility_mobility_form");

            migrationBuilder.DropIndex(
                name: "IX_safeguards_approval_step_ApproverId",
                table: "safeguards_approval_step");

            migrationBuilder.DropIndex(
                name: "IX_safeguards_approval_step_NamedById",
                table: "safeguards_approval_step");

            migrationBuilder.DropIndex(
                name: "IX_safeguards_approval_step_StandInUnitId",
                table: "safeguards_approval_step");

            migrationBuilder.DropIndex(
                name: "IX_foundation_mail_SentBy_State",
                table: "foundation_mail");

            migrationBuilder.DeleteData(
                table: "safeguards_pack_edition",
                keyColumn: "Id",
                keyValue: new Guid("019a0000-0003-7000-8000-000000000002"));

            migrationBuilder.DeleteData(
                table: "safeguards_pack_edition",
                keyColumn: "Id",
                keyValue: new Guid("019a0000-0003-7000-8000-000000000003"));

            migrationBuilder.DeleteData(
                table: "safeguards_pack_edition",
                keyColumn: "Id",
                keyValue: new Guid("019a0000-0003-7000-8000-000000000004"));

            migrationBuilder.DeleteData(
                table: "safeguards_pack_edition",
                keyColumn: "Id",
                keyValue: new Guid("019a0000-0003-7000-8000-000000000005"));

            migrationBuilder.DropColumn(
                name: "ApproverId",
                table: "safeguards_approval_step");

            migrationBuilder.DropColumn(
                name: "IsStuck",
                table: "safeguards_approval_step");

            migrationBuilder.DropColumn(
                name: "NamedAt",
                table: "safeguards_approval_step");

            migrationBuilder.DropColumn(
                name: "NamedById",
                table: "safeguards_approval_step");

            migrationBuilder.DropColumn(
                name: "NamedReason",
                table: "safeguards_approval_step");

            migrationBuilder.DropColumn(
                name: "StandInRole",
                table: "safeguards_approval_step");

            migrationBuilder.DropColumn(
                name: "StandInUnitId",
                table: "safeguards_approval_step");

            migrationBuilder.DropColumn(
                name: "VacantSince",
                table: "safeguards_approval_step");

            migrationBuilder.DropColumn(
                name: "PutAwayAt",
                table: "foundation_mail");

            migrationBuilder.DropColumn(
                name: "SentBy",
                table: "foundation_mail");

            migrationBuilder.DropColumn(
                name: "Passing",
                table: "foundation_issued_document");

            migrationBuilder.DropColumn(
                name: "IsOutward",
                table: "foundation_document_template");
        }
    }
}
