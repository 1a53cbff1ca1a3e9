using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Entente.Migrations.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsStuck",
                table: "safeguards_approval_step",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "NamedAt",
                table: "safeguards_approval_step",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "NamedById",
                table: "safeguards_approval_step",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NamedReason",
                table: "safeguards_approval_step",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StandInRole",
                table: "safeguards_approval_step",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "StandInUnitId",
                table: "safeguards_approval_step",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "VacantSince",
                table: "safeguards_approval_step",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PutAwayAt",
                table: "foundation_mail",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SentBy",
                table: "foundation_mail",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Passing",
                table: "foundation_issued_document",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsOutward",
                table: "foundation_document_template",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "directory_encounter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UnderKind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    UnderKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    SourceKind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SourceKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    Affiliation = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "mobility_mobility_form",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOffered = table.Column<bool>(type: "INTEGER", nullable: false),
                    Length = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false),
                    HasHostSupervisor = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasTwoDegrees = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReportMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_mobility_form", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "mobility_call",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Lead = table.Column<string>(type: "TEXT", nullable: false),
                    FormId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AcademicYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpensTime = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosesTime = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    GraceMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    OpensAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosesAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Choices = table.Column<int>(type: "INTEGER", nullable: false),
                    Recommendations = table.Column<int>(type: "INTEGER", nullable: false),
                    AcceptDays = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Commitment = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Seed = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FrozenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallUnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Field = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    Grade = table.Column<int>(type: "INTEGER", nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    LanguageLevel = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    IsRequired = table.Column<bool>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "mobility_call_place",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgreementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Seats = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Field = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    LanguageLevel = table.Column<int>(type: "INTEGER", nullable: true),
                    LeastGrade = table.Column<int>(type: "INTEGER", nullable: true),
                    Cost = table.Column<long>(type: "INTEGER", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LinkId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CorrectedName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CorrectedEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    NotedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_nomination_letter", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_nomination_letter_directory_organisation_OrganisationId",
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
                name: "mobility_allocation_run",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InputId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mechanism = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RanAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "mobility_recommendation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LinkId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    IsDeclined = table.Column<bool>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "mobility_stay",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgreementId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Line = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FormId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AcademicYear = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", nullable: false),
                    HomeSupervisorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HostSupervisorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ArrivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                        name: "FK_mobility_application_paper_mobility_application_ApplicationId",
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_application_choice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_application_choice_mobility_application_ApplicationId",
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
                name: "mobility_allocation_round",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AcceptBy = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "mobility_outcome",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StayId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "mobility_allocation_result",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: true),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    WhyNot = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                        name: "FK_mobility_allocation_result_mobility_application_ApplicationId",
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
                name: "mobility_outcome_person",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OutcomeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ResultId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Message = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Reply = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    StayId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    { new Guid("019a0000-0003-7000-8000-000000000002"), "entente.documents", "{\n  \"id\": \"entente.documents\",\n  \"version\": \"2026.1\",\n  \"effectiveFrom\": \"2015-01-01\",\n  \"title\": { \"en\": \"Letters and documents: starting rules\", \"zh-Hans\": \"函件与证明：初始规则\" },\n  \"summary\": {\n    \"en\": \"What must hold before a letter goes out that commits the school: about an agreement, and to a partner. Written as a start; a school installs its own version.\",\n    \"zh-Hans\": \"对外具有承诺效力的函件（协议证明、致合作单位的函件）出具前须满足的条件。此为初始规则，学院可按本校规定安装自己的版本。\"\n  },\n  \"citations\": [\n    { \"id\": \"foreign-letters\", \"text\": { \"en\": \"The university's own rules on letters to foreign partners; name the document and its number here.\", \"zh-Hans\": \"本校对外函件管理规定；文件名称与文号须在此写明。\" }, \"unconfirmed\": true }\n  ],\n  \"gates\": [\n    {\n      \"id\": \"partners.agreement-letter\",\n      \"title\": { \"en\": \"Before a letter about an agreement is issued\", \"zh-Hans\": \"出具协议函件前\" },\n      \"longestExceptionDays\": 30,\n      \"checks\": [\n        { \"check\": \"partners.agreement-in-force\", \"rule\": { \"en\": \"The agreement is in force on the day of the letter.\", \"zh-Hans\": \"函件出具之日协议有效。\" }, \"citations\": [\"foreign-letters\"] },\n        { \"check\": \"partners.parties-not-ended\", \"rule\": { \"en\": \"Every party still exists.\", \"zh-Hans\": \"各签约方均存续。\" }, \"citations\": [\"foreign-letters\"] }\n      ]\n    },\n    {\n      \"id\": \"partners.partner-letter\",\n      \"title\": { \"en\": \"Before a letter to a partner is issued\", \"zh-Hans\": \"出具致合作单位函件前\" },\n      \"checks\": [\n        { \"check\": \"partners.partner-not-ended\", \"rule\": { \"en\": \"The partner still exists.\", \"zh-Hans\": \"合作单位存续。\" }, \"citations\": [\"foreign-letters\"] }\n      ]\n    }\n  ],\n  \"goldenCases\": [\n    { \"title\": { \"en\": \"A letter about an agreement that ended does not go out\", \"zh-Hans\": \"协议已到期的不得出具函件\" }, \"kind\": \"check\", \"given\": { \"gate\": \"partners.agreement-letter\", \"check\": \"partners.agreement-in-force\", \"inForce\": \"false\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"One in force goes out\", \"zh-Hans\": \"协议有效的可以出具\" }, \"kind\": \"check\", \"given\": { \"gate\": \"partners.agreement-letter\", \"check\": \"partners.agreement-in-force\", \"inForce\": \"true\" }, \"expect\": \"Pass\" },\n    { \"title\": { \"en\": \"A partner that exists no longer is not written to\", \"zh-Hans\": \"合作单位已不存在的不得出具\" }, \"kind\": \"check\", \"given\": { \"gate\": \"partners.partner-letter\", \"check\": \"partners.partner-not-ended\", \"partner\": \"1\", \"ended\": \"Town College\" }, \"expect\": \"Fail\" }\n  ]\n}\n", "2026.1", new DateOnly(2015, 1, 1), new byte[] { 106, 209, 142, 108, 104, 60, 212, 104, 169, 58, 193, 245, 118, 202, 147, 75, 12, 148, 46, 84, 54, 253, 227, 213, 70, 109, 153, 211, 149, 118, 58, 80 }, 17672256000000000L, null, null, 1 },
                    { new Guid("019a0000-0003-7000-8000-000000000003"), "entente.nomination", "{\n  \"id\": \"entente.nomination\",\n  \"version\": \"2026.1\",\n  \"effectiveFrom\": \"2015-01-01\",\n  \"title\": { \"en\": \"Nomination of students: starting rules\", \"zh-Hans\": \"学生推荐：初始规则\" },\n  \"summary\": {\n    \"en\": \"What must hold before a student is nominated to a partner. Written as a start; a school installs its own version with its own numbers.\",\n    \"zh-Hans\": \"向合作方推荐学生前须满足的条件。此为初始规则，学院可按本校规定安装自己的版本。\"\n  },\n  \"citations\": [\n    { \"id\": \"student-mobility\", \"text\": { \"en\": \"The university's own rules on sending students abroad; name the document and its number here.\", \"zh-Hans\": \"本校学生出国（境）学习管理规定；文件名称与文号须在此写明。\" }, \"unconfirmed\": true }\n  ],\n  \"gates\": [\n    {\n      \"id\": \"mobility.nominate\",\n      \"title\": { \"en\": \"Before a student is nominated\", \"zh-Hans\": \"推荐学生前\" },\n      \"longestExceptionDays\": 30,\n      \"checks\": [\n        { \"check\": \"mobility.agreement-in-force\", \"rule\": { \"en\": \"The agreement is in force on the first day of the stay.\", \"zh-Hans\": \"派出首日协议有效。\" }, \"citations\": [\"student-mobility\"] },\n        { \"check\": \"mobility.place-accepted\", \"rule\": { \"en\": \"The student has accepted the place.\", \"zh-Hans\": \"学生已接受名额。\" }, \"excusable\": false, \"citations\": [\"student-mobility\"] },\n        { \"check\": \"mobility.documents-complete\", \"rule\": { \"en\": \"Every document the call requires is there.\", \"zh-Hans\": \"项目所需材料齐全。\" }, \"citations\": [\"student-mobility\"] },\n        { \"check\": \"mobility.days-ahead\", \"rule\": { \"en\": \"At least sixty days lie before the stay for visa and insurance.\", \"zh-Hans\": \"距派出至少六十天，以办理签证与保险。\" }, \"parameters\": { \"least\": 60 }, \"citations\": [\"student-mobility\"] }\n      ]\n    }\n  ],\n  \"goldenCases\": [\n    { \"title\": { \"en\": \"An agreement that has ended sends nobody\", \"zh-Hans\": \"协议已终止的不得推荐\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.nominate\", \"check\": \"mobility.agreement-in-force\", \"inForce\": \"no\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"A document is missing\", \"zh-Hans\": \"材料缺失\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.nominate\", \"check\": \"mobility.documents-complete\", \"missing\": \"1\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"Fifty-nine days are pointed out\", \"zh-Hans\": \"仅五十九天的予以提示\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.nominate\", \"check\": \"mobility.days-ahead\", \"days\": \"59\" }, \"expect\": \"Warn\" },\n    { \"title\": { \"en\": \"Sixty days are enough\", \"zh-Hans\": \"六十天即可\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.nominate\", \"check\": \"mobility.days-ahead\", \"days\": \"60\" }, \"expect\": \"Pass\" }\n  ]\n}\n", "2026.1", new DateOnly(2015, 1, 1), new byte[] { 113, 250, 118, 157, 32, 11, 66, 159, 108, 114, 28, 220, 151, 183, 195, 118, 123, 66, 54, 2, 242, 68, 185, 90, 205, 232, 204, 146, 156, 77, 225, 110 }, 17672256000000000L, null, null, 1 }
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
                name: "mobility_nomination");

            migrationBuilder.DropTable(
                name: "mobility_nomination_letter");

            migrationBuilder.DropTable(
                name: "mobility_outcome_person");

            migrationBuilder.DropTable(
                name: "mobility_recommendation");

            migrationBuilder.DropTable(
                name: "mobility_call_document");

            migrationBuilder.DropTable(
                name: "mobility_allocation_result");

            migrationBuilder.DropTable(
                name: "mobility_outcome");

            migrationBuilder.DropTable(
                name: "mobility_allocation_round");

            migrationBuilder.DropTable(
                name: "mobility_call_place");

            migrationBuilder.DropTable(
                name: "mobility_stay");

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
