using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Entente.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class IncomingAndChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Priority",
                table: "mobility_call_place",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PriorityField",
                table: "mobility_call_place",
                type: "TEXT",
                maxLength: 4,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HeldAt",
                table: "mobility_application",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reasons",
                table: "mobility_allocation_run",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Standings",
                table: "mobility_allocation_input",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StandingsDigest",
                table: "mobility_allocation_input",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mobility_degree_programme",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeginsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    HomeDays = table.Column<int>(type: "INTEGER", nullable: false),
                    HostDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_degree_programme", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_degree_programme_directory_account_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_degree_programme_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_degree_programme_directory_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_degree_programme_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_grading_table",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Field = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FromYear = table.Column<int>(type: "INTEGER", nullable: false),
                    UntilYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Grades = table.Column<string>(type: "TEXT", nullable: false),
                    Failing = table.Column<string>(type: "TEXT", nullable: false),
                    CreditHundredths = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_grading_table", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_grading_table_directory_account_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_grading_table_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_incoming_invitation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AcademicYear = table.Column<int>(type: "INTEGER", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosesTime = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    ApplyBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosesAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ApplyUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Nominations = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_incoming_invitation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_incoming_invitation_directory_account_AskedById",
                        column: x => x.AskedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_incoming_invitation_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_incoming_invitation_directory_person_ContactId",
                        column: x => x.ContactId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_incoming_invitation_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_place_turn",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_place_turn", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_place_turn_mobility_application_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "mobility_application",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_mobility_place_turn_mobility_call_place_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "mobility_call_place",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mobility_stay_change",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StayId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpenKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DayBefore = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HostBefore = table.Column<Guid>(type: "TEXT", nullable: true),
                    HostName = table.Column<string>(type: "TEXT", maxLength: 240, nullable: true),
                    TopicBefore = table.Column<string>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    HostAgreedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HostAgreedName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    HostRemark = table.Column<string>(type: "TEXT", nullable: true),
                    IsSupported = table.Column<bool>(type: "INTEGER", nullable: true),
                    Opinion = table.Column<string>(type: "TEXT", nullable: true),
                    OpinionAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OpinionById = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    Passing = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_stay_change", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_stay_change_directory_account_AskedById",
                        column: x => x.AskedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_stay_change_directory_account_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_stay_change_directory_account_OpinionById",
                        column: x => x.OpinionById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_stay_change_directory_person_HostBefore",
                        column: x => x.HostBefore,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_stay_change_foundation_stored_file_FileId",
                        column: x => x.FileId,
                        principalTable: "foundation_stored_file",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_stay_change_mobility_stay_StayId",
                        column: x => x.StayId,
                        principalTable: "mobility_stay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_stay_year",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StayId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AcademicYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_stay_year", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_stay_year_mobility_stay_StayId",
                        column: x => x.StayId,
                        principalTable: "mobility_stay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_milestone",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ShowDays = table.Column<int>(type: "INTEGER", nullable: false),
                    PlannedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reopened = table.Column<int>(type: "INTEGER", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_milestone", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_milestone_foundation_stored_file_FileId",
                        column: x => x.FileId,
                        principalTable: "foundation_stored_file",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_milestone_mobility_degree_programme_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "mobility_degree_programme",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mobility_programme_span",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeginsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_programme_span", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_programme_span_directory_account_ById",
                        column: x => x.ById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_programme_span_mobility_degree_programme_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "mobility_degree_programme",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mobility_incoming_student",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvitationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AcademicYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Family = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Given = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Native = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    FormId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AgreementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NominatedBy = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    NominatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SupervisorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    StayId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_incoming_student", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_incoming_student_directory_account_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_incoming_student_directory_organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "directory_organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_incoming_student_directory_person_SupervisorId",
                        column: x => x.SupervisorId,
                        principalTable: "directory_person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_incoming_student_directory_unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "directory_unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_incoming_student_mobility_incoming_invitation_InvitationId",
                        column: x => x.InvitationId,
                        principalTable: "mobility_incoming_invitation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_mobility_incoming_student_mobility_mobility_form_FormId",
                        column: x => x.FormId,
                        principalTable: "mobility_mobility_form",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_incoming_student_mobility_stay_StayId",
                        column: x => x.StayId,
                        principalTable: "mobility_stay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_incoming_student_partners_agreement_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "partners_agreement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mobility_milestone_entry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MilestoneId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlannedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_milestone_entry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_milestone_entry_directory_account_ById",
                        column: x => x.ById,
                        principalTable: "directory_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_milestone_entry_mobility_milestone_MilestoneId",
                        column: x => x.MilestoneId,
                        principalTable: "mobility_milestone",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mobility_incoming_application",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Motivation = table.Column<string>(type: "TEXT", maxLength: 6000, nullable: false),
                    Plan = table.Column<string>(type: "TEXT", nullable: false),
                    Supervisor = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LanguageLevel = table.Column<int>(type: "INTEGER", nullable: true),
                    LanguageEvidence = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EmergencyName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    EmergencyPhone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SignedName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_incoming_application", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_incoming_application_mobility_incoming_student_StudentId",
                        column: x => x.StudentId,
                        principalTable: "mobility_incoming_student",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mobility_incoming_paper",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_incoming_paper", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mobility_incoming_paper_foundation_stored_file_FileId",
                        column: x => x.FileId,
                        principalTable: "foundation_stored_file",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_mobility_incoming_paper_mobility_incoming_student_StudentId",
                        column: x => x.StudentId,
                        principalTable: "mobility_incoming_student",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "safeguards_pack_edition",
                columns: new[] { "Id", "Code", "Content", "Edition", "From", "Hash", "InstalledAt", "InstalledById", "To", "Version" },
                values: new object[,]
                {
                    { new Guid("019a0000-0003-7000-8000-000000000006"), "entente.grades", "{\n  \"id\": \"entente.grades\",\n  \"version\": \"2026.1\",\n  \"effectiveFrom\": \"2015-01-01\",\n  \"title\": { \"en\": \"Grades converted by distribution: starting rules\", \"zh-Hans\": \"按分布换算成绩：初始规则\" },\n  \"summary\": {\n    \"en\": \"How a grade of elsewhere is converted by comparing how often grades were given there and here. Written as a start; a school installs its own version with its own numbers, and with its own distribution if it wishes.\",\n    \"zh-Hans\": \"按双方成绩分布换算外方成绩的办法。此为初始规则，学院可按本校规定安装自己的版本，也可在其中写入本校成绩分布。\"\n  },\n  \"citations\": [\n    { \"id\": \"ects-guide\", \"text\": { \"en\": \"ECTS Users' Guide, European Commission, 2015: on grade distributions and grading tables.\", \"zh-Hans\": \"欧盟委员会《欧洲学分互认体系用户指南》（2015年）关于成绩分布的部分。\" }, \"unconfirmed\": true },\n    { \"id\": \"own-rule\", \"text\": { \"en\": \"The university's own rule on recognising credits; name the document and its number here.\", \"zh-Hans\": \"本校学分认定办法；文件名称与文号须在此写明。\" }, \"unconfirmed\": true }\n  ],\n  \"gradings\": [\n    { \"id\": \"grades.distribution\", \"title\": { \"en\": \"Conversion by distribution\", \"zh-Hans\": \"按分布换算\" }, \"pick\": \"middle\", \"fewestPasses\": 100, \"preferred\": true, \"citations\": [\"ects-guide\", \"own-rule\"] }\n  ],\n  \"goldenCases\": [\n    { \"title\": { \"en\": \"The best 22 % there, of three grades here\", \"zh-Hans\": \"外方前22%对应本校三个成绩\" }, \"kind\": \"distribution\", \"given\": { \"grading\": \"grades.distribution\", \"theirs\": \"VG 22; G 78\", \"ours\": \"100 8; 95 8; 91 6; 85 40; 70 38\", \"grade\": \"VG\" }, \"expect\": \"95\" },\n    { \"title\": { \"en\": \"Equal distributions leave a grade as it is\", \"zh-Hans\": \"分布相同则成绩不变\" }, \"kind\": \"distribution\", \"given\": { \"grading\": \"grades.distribution\", \"theirs\": \"A 10; B 30; C 60\", \"ours\": \"A 10; B 30; C 60\", \"grade\": \"B\" }, \"expect\": \"B\" },\n    { \"title\": { \"en\": \"The last grade there ends where the last one here does\", \"zh-Hans\": \"最低及格成绩对应最低及格成绩\" }, \"kind\": \"distribution\", \"given\": { \"grading\": \"grades.distribution\", \"theirs\": \"5 40; 4 40; 3 20\", \"ours\": \"90 30; 75 50; 60 20\", \"grade\": \"3\" }, \"expect\": \"60\" }\n  ]\n}\n", "2026.1", new DateOnly(2015, 1, 1), new byte[] { 236, 116, 152, 9, 98, 2, 234, 174, 199, 238, 233, 96, 114, 202, 13, 128, 219, 139, 250, 119, 245, 59, 229, 1, 128, 150, 58, 231, 227, 174, 44, 127 }, 17672256000000000L, null, null, 1 },
                    { new Guid("019a0000-0003-7000-8000-000000000007"), "entente.stay-changes", "{\n  \"id\": \"entente.stay-changes\",\n  \"version\": \"2026.1\",\n  \"effectiveFrom\": \"2015-01-01\",\n  \"title\": { \"en\": \"Changes of stays abroad: starting rules\", \"zh-Hans\": \"派出变更：初始规则\" },\n  \"summary\": {\n    \"en\": \"What is looked at before a stay abroad is extended, ends earlier, begins later or changes its host supervisor or topic, and by when a request is answered. Written as a start; a school installs its own version with its own numbers.\",\n    \"zh-Hans\": \"批准延期、提前回国、推迟出发以及变更外方导师或课题前的审核要点与答复期限。此为初始规则，学院可按本校规定安装自己的版本。\"\n  },\n  \"citations\": [\n    { \"id\": \"students-abroad\", \"text\": { \"en\": \"The university's own rules on students who study abroad; name the document and its number here.\", \"zh-Hans\": \"本校学生出国（境）学习管理规定；文件名称与文号须在此写明。\" }, \"unconfirmed\": true },\n    { \"id\": \"scholarship-changes\", \"text\": { \"en\": \"China Scholarship Council: rules for scholarship holders abroad; a change of host or plan is asked for two months ahead.\", \"zh-Hans\": \"国家留学基金资助出国留学人员派出和管理相关规定：变更留学单位或计划须提前两个月申请。\" }, \"unconfirmed\": true }\n  ],\n  \"gates\": [\n    {\n      \"id\": \"mobility.extend\",\n      \"title\": { \"en\": \"Before a stay is extended\", \"zh-Hans\": \"批准延期前\" },\n      \"checks\": [\n        { \"check\": \"mobility.change-agreement\", \"rule\": { \"en\": \"The agreement is in force on the new last day.\", \"zh-Hans\": \"新的结束日期在协议有效期内。\" }, \"citations\": [\"students-abroad\"] },\n        { \"check\": \"mobility.change-place\", \"rule\": { \"en\": \"The agreement has a place of every further academic year the stay reaches into by more than thirty days; more than 190 days take a whole year's place.\", \"zh-Hans\": \"延期进入新学年超过三十天的，该学年协议名额须有余；超过190天的按全年名额计。\" }, \"citations\": [\"students-abroad\"] },\n        { \"check\": \"mobility.longest-stay\", \"rule\": { \"en\": \"A stay is no longer than its form allows.\", \"zh-Hans\": \"派出总时长不超过该派出形式的上限。\" }, \"parameters\": { \"joint-cultivation\": 24, \"dual-degree\": 36, \"cotutelle\": 36, \"short-doctoral\": 6, \"exchange-semester\": 12, \"other\": 24 }, \"citations\": [\"students-abroad\"] },\n        { \"check\": \"mobility.residence-permit\", \"rule\": { \"en\": \"A longer permit to stay is applied for sixty days before the old last day.\", \"zh-Hans\": \"居留许可须在原结束日期前六十天申请延长。\" }, \"parameters\": { \"days\": 60 }, \"citations\": [\"students-abroad\"] },\n        { \"check\": \"mobility.change-funding\", \"rule\": { \"en\": \"An award is not raised because a stay is extended.\", \"zh-Hans\": \"资助金额不因延期而增加。\" }, \"citations\": [\"students-abroad\"] },\n        { \"check\": \"mobility.change-notice\", \"rule\": { \"en\": \"A change is asked for sixty days before it takes effect.\", \"zh-Hans\": \"变更须在生效前六十天提出。\" }, \"parameters\": { \"days\": 60 }, \"citations\": [\"scholarship-changes\"] }\n      ]\n    },\n    {\n      \"id\": \"mobility.return-earlier\",\n      \"title\": { \"en\": \"Before an earlier return is granted\", \"zh-Hans\": \"批准提前回国前\" },\n      \"checks\": [\n        { \"check\": \"mobility.change-funding\", \"rule\": { \"en\": \"What was paid for days that are not served may have to be paid back.\", \"zh-Hans\": \"未完成天数对应的资助可能须退还。\" }, \"citations\": [\"students-abroad\"] },\n        { \"check\": \"mobility.change-notice\", \"rule\": { \"en\": \"A change is asked for thirty days before it takes effect.\", \"zh-Hans\": \"变更须在生效前三十天提出。\" }, \"parameters\": { \"days\": 30 }, \"citations\": [\"scholarship-changes\"] }\n      ]\n    },\n    {\n      \"id\": \"mobility.start-later\",\n      \"title\": { \"en\": \"Before a later start is granted\", \"zh-Hans\": \"批准推迟出发前\" },\n      \"checks\": [\n        { \"check\": \"mobility.change-agreement\", \"rule\": { \"en\": \"The agreement is in force on the last day.\", \"zh-Hans\": \"结束日期在协议有效期内。\" }, \"citations\": [\"students-abroad\"] },\n        { \"check\": \"mobility.change-place\", \"rule\": { \"en\": \"A stay that begins in another academic year takes its place of that year.\", \"zh-Hans\": \"推迟至另一学年出发的，占用该学年名额。\" }, \"citations\": [\"students-abroad\"] },\n        { \"check\": \"mobility.change-notice\", \"rule\": { \"en\": \"A change is asked for thirty days before the first day.\", \"zh-Hans\": \"变更须在出发前三十天提出。\" }, \"parameters\": { \"days\": 30 }, \"citations\": [\"scholarship-changes\"] }\n      ]\n    }\n  ],\n  \"schedules\": [\n    {\n      \"id\": \"mobility.change\",\n      \"title\": { \"en\": \"Answering a request to change a stay\", \"zh-Hans\": \"答复派出变更申请\" },\n      \"citations\": [\"students-abroad\"],\n      \"steps\": [\n        { \"code\": \"opinion\", \"title\": { \"en\": \"The home supervisor's opinion\", \"zh-Hans\": \"校内导师意见\" }, \"from\": \"start\", \"days\": 7, \"showDays\": 7 },\n        { \"code\": \"decide\", \"title\": { \"en\": \"Decide the request\", \"zh-Hans\": \"作出决定\" }, \"from\": \"start\", \"days\": 14, \"showDays\": 14, \"role\": \"coordinator\" }\n      ]\n    }\n  ],\n  \"tables\": [\n    { \"id\": \"stay.places\", \"title\": { \"en\": \"Days of an extension and the places they take\", \"zh-Hans\": \"延期天数与占用名额\" }, \"rows\": { \"freeDays\": \"30\", \"semesterDays\": \"190\" }, \"citations\": [\"students-abroad\"] }\n  ],\n  \"goldenCases\": [\n    { \"title\": { \"en\": \"The agreement ends before the new last day\", \"zh-Hans\": \"协议在新的结束日期前到期\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.extend\", \"check\": \"mobility.change-agreement\", \"number\": \"2024-1\", \"state\": \"Active\", \"lastDay\": \"2027-06-30\", \"day\": \"2027-08-31\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"It ends on the day itself\", \"zh-Hans\": \"协议恰于当日到期\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.extend\", \"check\": \"mobility.change-agreement\", \"number\": \"2024-1\", \"state\": \"Active\", \"lastDay\": \"2027-08-31\", \"day\": \"2027-08-31\" }, \"expect\": \"Pass\" },\n    { \"title\": { \"en\": \"No place is left of the next academic year\", \"zh-Hans\": \"下一学年已无名额\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.extend\", \"check\": \"mobility.change-place\", \"years\": \"2027/28\", \"left\": \"0\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"The extension stays within what the place covers\", \"zh-Hans\": \"延期未超出原名额范围\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.extend\", \"check\": \"mobility.change-place\", \"years\": \"\" }, \"expect\": \"Pass\" },\n    { \"title\": { \"en\": \"Twenty-four months of joint cultivation\", \"zh-Hans\": \"联合培养二十四个月\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.extend\", \"check\": \"mobility.longest-stay\", \"form\": \"joint-cultivation\", \"first\": \"2026-09-01\", \"day\": \"2028-08-31\" }, \"expect\": \"Pass\" },\n    { \"title\": { \"en\": \"A day more\", \"zh-Hans\": \"多一天\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.extend\", \"check\": \"mobility.longest-stay\", \"form\": \"joint-cultivation\", \"first\": \"2026-09-01\", \"day\": \"2028-09-01\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"The permit has to be renewed\", \"zh-Hans\": \"须延长居留许可\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.extend\", \"check\": \"mobility.residence-permit\", \"abroad\": \"yes\", \"before\": \"2027-08-31\", \"today\": \"2027-05-01\" }, \"expect\": \"Warn\" },\n    { \"title\": { \"en\": \"Asked for a year ahead\", \"zh-Hans\": \"提前一年提出\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.extend\", \"check\": \"mobility.change-notice\", \"asked\": \"2026-08-31\", \"takesEffect\": \"2027-08-31\" }, \"expect\": \"Pass\" },\n    { \"title\": { \"en\": \"Asked for a week ahead\", \"zh-Hans\": \"提前一周提出\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.extend\", \"check\": \"mobility.change-notice\", \"asked\": \"2027-08-24\", \"takesEffect\": \"2027-08-31\" }, \"expect\": \"Warn\" },\n    { \"title\": { \"en\": \"An award is there: nothing is added to it\", \"zh-Hans\": \"有资助：不因延期增加\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.extend\", \"check\": \"mobility.change-funding\", \"awards\": \"6000000 CNY\", \"days\": \"90\" }, \"expect\": \"Warn\" },\n    { \"title\": { \"en\": \"A decision is due in fourteen days\", \"zh-Hans\": \"十四天内作出决定\" }, \"kind\": \"schedule\", \"given\": { \"schedule\": \"mobility.change\", \"step\": \"decide\", \"first\": \"2026-09-01\", \"last\": \"2026-09-01\" }, \"expect\": \"2026-09-15\" }\n  ]\n}\n", "2026.1", new DateOnly(2015, 1, 1), new byte[] { 37, 163, 233, 76, 86, 42, 192, 240, 73, 20, 93, 230, 25, 134, 9, 127, 97, 220, 113, 226, 116, 71, 111, 27, 95, 81, 164, 236, 77, 156, 220, 99 }, 17672256000000000L, null, null, 1 },
                    { new Guid("019a0000-0003-7000-8000-000000000008"), "entente.two-degrees", "{\n  \"id\": \"entente.two-degrees\",\n  \"version\": \"2026.1\",\n  \"effectiveFrom\": \"2015-01-01\",\n  \"title\": { \"en\": \"Two degrees: starting rules\", \"zh-Hans\": \"双学位与联合授予：初始规则\" },\n  \"summary\": {\n    \"en\": \"The milestones of both institutions where a student takes the degrees of both, how many months after the beginning or before the end of the programme each is due, and how long the student has to be at either. Written as a start; the convention of each student and the school's own version set its own numbers.\",\n    \"zh-Hans\": \"学生同时攻读双方学位时两校的各节点、距开始或结束的月数以及在两校的最短在校时间。此为初始规则，以每名学生的协议和本校安装的版本为准。\"\n  },\n  \"citations\": [\n    { \"id\": \"two-degrees\", \"text\": { \"en\": \"The university's own rules on joint and double degrees; name the document and its number here.\", \"zh-Hans\": \"本校联合授予学位与双学位管理规定；文件名称与文号须在此写明。\" }, \"unconfirmed\": true },\n    { \"id\": \"convention\", \"text\": { \"en\": \"The convention of the student between both institutions: it goes before these numbers.\", \"zh-Hans\": \"两校就该学生签订的协议：以协议为准。\" }, \"unconfirmed\": true }\n  ],\n  \"schedules\": [\n    {\n      \"id\": \"mobility.two-degrees.home\",\n      \"title\": { \"en\": \"Two degrees: milestones at home\", \"zh-Hans\": \"双方学位：派出方节点\" },\n      \"citations\": [\"two-degrees\"],\n      \"steps\": [\n        { \"code\": \"enrolment-home\", \"title\": { \"en\": \"Enrol at home\", \"zh-Hans\": \"在派出方注册入学\" }, \"from\": \"start\", \"months\": 0 },\n        { \"code\": \"qualifying\", \"title\": { \"en\": \"Pass the qualifying examination\", \"zh-Hans\": \"通过资格考试\" }, \"from\": \"start\", \"months\": 12, \"showDays\": 60 },\n        { \"code\": \"proposal\", \"title\": { \"en\": \"Present the thesis proposal\", \"zh-Hans\": \"开题报告\" }, \"from\": \"start\", \"months\": 16, \"showDays\": 60 },\n        { \"code\": \"midterm\", \"title\": { \"en\": \"Pass the mid-term review\", \"zh-Hans\": \"中期考核\" }, \"from\": \"start\", \"months\": 26, \"showDays\": 60 },\n        { \"code\": \"degree-home\", \"title\": { \"en\": \"Receive the degree at home\", \"zh-Hans\": \"取得派出方学位\" }, \"from\": \"end\", \"months\": 0, \"showDays\": 60, \"role\": \"coordinator\" }\n      ]\n    },\n    {\n      \"id\": \"mobility.two-degrees.host\",\n      \"title\": { \"en\": \"Two degrees: milestones at the host\", \"zh-Hans\": \"双方学位：接收方节点\" },\n      \"citations\": [\"two-degrees\", \"convention\"],\n      \"steps\": [\n        { \"code\": \"enrolment-host\", \"title\": { \"en\": \"Enrol at the host\", \"zh-Hans\": \"在接收方注册入学\" }, \"from\": \"start\", \"months\": 9, \"showDays\": 60 },\n        { \"code\": \"review-host\", \"title\": { \"en\": \"Pass the yearly review of the host\", \"zh-Hans\": \"通过接收方年度考核\" }, \"from\": \"start\", \"months\": 21, \"showDays\": 60 },\n        { \"code\": \"degree-host\", \"title\": { \"en\": \"Receive the degree at the host\", \"zh-Hans\": \"取得接收方学位\" }, \"from\": \"end\", \"months\": 0, \"showDays\": 60, \"role\": \"coordinator\" }\n      ]\n    },\n    {\n      \"id\": \"mobility.two-degrees.joint\",\n      \"title\": { \"en\": \"Two degrees: milestones of both together\", \"zh-Hans\": \"双方学位：共同节点\" },\n      \"citations\": [\"convention\"],\n      \"steps\": [\n        { \"code\": \"convention\", \"title\": { \"en\": \"Have the convention signed by both\", \"zh-Hans\": \"双方签署协议\" }, \"from\": \"start\", \"months\": 6, \"showDays\": 60, \"role\": \"coordinator\" },\n        { \"code\": \"language\", \"title\": { \"en\": \"Agree on the language of the thesis and its summary\", \"zh-Hans\": \"商定论文语言与摘要\" }, \"from\": \"end\", \"months\": -14, \"showDays\": 60 },\n        { \"code\": \"thesis\", \"title\": { \"en\": \"Submit the thesis\", \"zh-Hans\": \"提交学位论文\" }, \"from\": \"end\", \"months\": -6, \"showDays\": 60 },\n        { \"code\": \"jury\", \"title\": { \"en\": \"Name the jury, half from each side\", \"zh-Hans\": \"双方各半组成答辩委员会\" }, \"from\": \"end\", \"months\": -5, \"showDays\": 30, \"role\": \"coordinator\" },\n        { \"code\": \"defence\", \"title\": { \"en\": \"Joint defence\", \"zh-Hans\": \"联合答辩\" }, \"from\": \"end\", \"months\": -3, \"showDays\": 60 }\n      ]\n    }\n  ],\n  \"tables\": [\n    { \"id\": \"residence.cotutelle\", \"title\": { \"en\": \"Cotutelle: length and least residence\", \"zh-Hans\": \"联合授予博士学位：期限与最短在校时间\" }, \"rows\": { \"programmeMonths\": \"48\", \"homeMonths\": \"12\", \"hostMonths\": \"12\", \"monthDays\": \"30\" }, \"citations\": [\"two-degrees\", \"convention\"] },\n    { \"id\": \"residence.dual-degree\", \"title\": { \"en\": \"Dual degree: length and least residence\", \"zh-Hans\": \"双学位：期限与最短在校时间\" }, \"rows\": { \"programmeMonths\": \"36\", \"homeMonths\": \"12\", \"hostMonths\": \"9\", \"monthDays\": \"30\" }, \"citations\": [\"two-degrees\"] },\n    { \"id\": \"residence.other\", \"title\": { \"en\": \"Other forms with two degrees: length and least residence\", \"zh-Hans\": \"其他双方学位形式：期限与最短在校时间\" }, \"rows\": { \"programmeMonths\": \"36\", \"homeMonths\": \"12\", \"hostMonths\": \"12\", \"monthDays\": \"30\" }, \"citations\": [\"two-degrees\"] }\n  ],\n  \"goldenCases\": [\n    { \"title\": { \"en\": \"The joint defence is three months before the end\", \"zh-Hans\": \"联合答辩在结束前三个月\" }, \"kind\": \"schedule\", \"given\": { \"schedule\": \"mobility.two-degrees.joint\", \"step\": \"defence\", \"first\": \"2024-09-01\", \"last\": \"2028-08-31\" }, \"expect\": \"2028-05-31\" },\n    { \"title\": { \"en\": \"The qualifying examination is a year after the beginning, across a leap day\", \"zh-Hans\": \"资格考试在开始一年后（跨闰日）\" }, \"kind\": \"schedule\", \"given\": { \"schedule\": \"mobility.two-degrees.home\", \"step\": \"qualifying\", \"first\": \"2024-02-29\", \"last\": \"2028-02-28\" }, \"expect\": \"2025-02-28\" },\n    { \"title\": { \"en\": \"Twelve months at the host for a cotutelle\", \"zh-Hans\": \"联合授予博士学位：在接收方十二个月\" }, \"kind\": \"convert\", \"given\": { \"table\": \"residence.cotutelle\", \"value\": \"hostMonths\" }, \"expect\": \"12\" }\n  ]\n}\n", "2026.1", new DateOnly(2015, 1, 1), new byte[] { 65, 92, 117, 90, 144, 210, 115, 200, 198, 235, 105, 195, 138, 115, 221, 144, 156, 194, 60, 225, 56, 3, 67, 166, 5, 243, 235, 24, 23, 120, 161, 116 }, 17672256000000000L, null, null, 1 },
                    { new Guid("019a0000-0003-7000-8000-000000000009"), "entente.application", "{\n  \"id\": \"entente.application\",\n  \"version\": \"2026.1\",\n  \"effectiveFrom\": \"2015-01-01\",\n  \"title\": { \"en\": \"Applications of students: starting rules\", \"zh-Hans\": \"学生申请：初始规则\" },\n  \"summary\": {\n    \"en\": \"What must hold when a student hands in an application, beside what the places themselves ask for. Written as a start; a school installs its own version with its own numbers.\",\n    \"zh-Hans\": \"学生提交申请时，除名额本身要求外须满足的条件。此为初始规则，学院可按本校规定安装自己的版本。\"\n  },\n  \"citations\": [\n    { \"id\": \"student-mobility\", \"text\": { \"en\": \"The university's own rules on who may be sent abroad; name the document and its number here.\", \"zh-Hans\": \"本校学生出国（境）学习的申请条件；文件名称与文号须在此写明。\" }, \"unconfirmed\": true }\n  ],\n  \"gates\": [\n    {\n      \"id\": \"mobility.submit\",\n      \"title\": { \"en\": \"Before an application is taken\", \"zh-Hans\": \"受理申请前\" },\n      \"longestExceptionDays\": 60,\n      \"checks\": [\n        { \"check\": \"mobility.grade-reached\", \"rule\": { \"en\": \"The mean grade is 70 of 100 or better.\", \"zh-Hans\": \"平均成绩不低于70分。\" }, \"parameters\": { \"leastHundredths\": 7000 }, \"citations\": [\"student-mobility\"] },\n        { \"check\": \"mobility.days-abroad\", \"rule\": { \"en\": \"No more than two years have been spent abroad under agreements.\", \"zh-Hans\": \"按协议派出的累计时间不超过两年。\" }, \"parameters\": { \"most\": 730 }, \"citations\": [\"student-mobility\"] },\n        { \"check\": \"mobility.applications-at-once\", \"rule\": { \"en\": \"At most three applications stand for stays of one academic year.\", \"zh-Hans\": \"同一学年至多三份申请有效。\" }, \"parameters\": { \"most\": 3 }, \"citations\": [\"student-mobility\"] },\n        { \"check\": \"mobility.nothing-owed\", \"rule\": { \"en\": \"Nothing of an earlier stay is overdue.\", \"zh-Hans\": \"以往派出的应交事项均未逾期。\" }, \"citations\": [\"student-mobility\"] },\n        { \"check\": \"mobility.applied-once\", \"rule\": { \"en\": \"Nobody of the same name applied to the call already.\", \"zh-Hans\": \"本项目无同名申请人。\" }, \"citations\": [\"student-mobility\"] }\n      ]\n    }\n  ],\n  \"goldenCases\": [\n    { \"title\": { \"en\": \"One hundredth below the grade\", \"zh-Hans\": \"差百分之一分\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.submit\", \"check\": \"mobility.grade-reached\", \"grade\": \"6999\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"Exactly the grade\", \"zh-Hans\": \"恰好达到\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.submit\", \"check\": \"mobility.grade-reached\", \"grade\": \"7000\" }, \"expect\": \"Pass\" },\n    { \"title\": { \"en\": \"Without a grade the office is told\", \"zh-Hans\": \"未填成绩的提示学院\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.submit\", \"check\": \"mobility.grade-reached\", \"grade\": \"\" }, \"expect\": \"Warn\" },\n    { \"title\": { \"en\": \"Two years are not more than two years\", \"zh-Hans\": \"满两年不算超过\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.submit\", \"check\": \"mobility.days-abroad\", \"days\": \"730\" }, \"expect\": \"Pass\" },\n    { \"title\": { \"en\": \"One day more\", \"zh-Hans\": \"多一天\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.submit\", \"check\": \"mobility.days-abroad\", \"days\": \"731\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"A fourth application\", \"zh-Hans\": \"第四份申请\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.submit\", \"check\": \"mobility.applications-at-once\", \"others\": \"3\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"Somebody of the same name is pointed out\", \"zh-Hans\": \"同名的予以提示\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.submit\", \"check\": \"mobility.applied-once\", \"namesakes\": \"1\" }, \"expect\": \"Warn\" }\n  ]\n}\n", "2026.1", new DateOnly(2015, 1, 1), new byte[] { 33, 30, 239, 253, 22, 23, 107, 114, 77, 217, 75, 151, 93, 30, 247, 169, 171, 28, 174, 37, 52, 118, 130, 248, 252, 149, 45, 129, 34, 88, 15, 240 }, 17672256000000000L, null, null, 1 },
                    { new Guid("019a0000-0003-7000-8000-00000000000a"), "entente.admission", "{\n  \"id\": \"entente.admission\",\n  \"version\": \"2026.1\",\n  \"effectiveFrom\": \"2015-01-01\",\n  \"title\": { \"en\": \"Admission of incoming students: starting rules\", \"zh-Hans\": \"来访学生录取：初始规则\" },\n  \"summary\": {\n    \"en\": \"What must hold before a student of a partner is admitted. Written as a start; a school installs its own version with its own documents.\",\n    \"zh-Hans\": \"录取合作院校学生前须满足的条件。此为初始规则，学院可按本校规定安装自己的版本。\"\n  },\n  \"citations\": [\n    { \"id\": \"incoming-students\", \"text\": { \"en\": \"The university's own rules on receiving exchange and visiting students; name the document and its number here.\", \"zh-Hans\": \"本校接收交换生与访学生管理规定；文件名称与文号须在此写明。\" }, \"unconfirmed\": true }\n  ],\n  \"gates\": [\n    {\n      \"id\": \"mobility.admit\",\n      \"title\": { \"en\": \"Before an incoming student is admitted\", \"zh-Hans\": \"录取来访学生前\" },\n      \"longestExceptionDays\": 30,\n      \"checks\": [\n        { \"check\": \"mobility.incoming-agreement\", \"rule\": { \"en\": \"The agreement is in force on the first day of the stay.\", \"zh-Hans\": \"来访首日协议有效。\" }, \"excusable\": false, \"citations\": [\"incoming-students\"] },\n        { \"check\": \"mobility.incoming-place\", \"rule\": { \"en\": \"A place for a guest is free.\", \"zh-Hans\": \"尚有接收名额。\" }, \"excusable\": false, \"citations\": [\"incoming-students\"] },\n        { \"check\": \"mobility.incoming-documents\", \"rule\": { \"en\": \"Passport, transcript and curriculum vitae are there.\", \"zh-Hans\": \"护照、成绩单与简历齐全。\" }, \"parameters\": { \"needed\": \"Passport,Transcript,Curriculum\" }, \"citations\": [\"incoming-students\"] },\n        { \"check\": \"mobility.incoming-supervisor\", \"rule\": { \"en\": \"Where the form of mobility has a supervisor at the host, somebody here is named.\", \"zh-Hans\": \"形式要求接收方导师的，须已指定校内导师。\" }, \"citations\": [\"incoming-students\"] }\n      ]\n    }\n  ],\n  \"goldenCases\": [\n    { \"title\": { \"en\": \"An agreement that has ended receives nobody\", \"zh-Hans\": \"协议已终止的不得录取\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.admit\", \"check\": \"mobility.incoming-agreement\", \"inForce\": \"no\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"Every place is taken\", \"zh-Hans\": \"名额已满\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.admit\", \"check\": \"mobility.incoming-place\", \"refused\": \"full\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"The curriculum vitae is missing\", \"zh-Hans\": \"缺少简历\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.admit\", \"check\": \"mobility.incoming-documents\", \"sent\": \"Passport,Transcript\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"All three are there, and a language certificate\", \"zh-Hans\": \"三项齐全，并有语言证明\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.admit\", \"check\": \"mobility.incoming-documents\", \"sent\": \"Passport,Transcript,Curriculum,Language\" }, \"expect\": \"Pass\" },\n    { \"title\": { \"en\": \"Nobody supervises where somebody must\", \"zh-Hans\": \"须有导师而未指定\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.admit\", \"check\": \"mobility.incoming-supervisor\", \"supervisor\": \"missing\" }, \"expect\": \"Fail\" }\n  ]\n}\n", "2026.1", new DateOnly(2015, 1, 1), new byte[] { 210, 210, 164, 179, 207, 125, 216, 60, 44, 207, 114, 130, 183, 134, 47, 221, 185, 125, 75, 17, 90, 151, 149, 152, 4, 16, 190, 175, 198, 191, 125, 214 }, 17672256000000000L, null, null, 1 },
                    { new Guid("019a0000-0003-7000-8000-00000000000b"), "entente.invitation", "{\n  \"id\": \"entente.invitation\",\n  \"version\": \"2026.1\",\n  \"effectiveFrom\": \"2015-01-01\",\n  \"title\": { \"en\": \"Letters about stays that commit the school: starting rules\", \"zh-Hans\": \"具承诺效力的派出与来访文书：初始规则\" },\n  \"summary\": {\n    \"en\": \"What must hold before a guest is invited in writing. Written as a start; a school installs its own version.\",\n    \"zh-Hans\": \"书面邀请来访学生前须满足的条件。此为初始规则，学院可按本校规定安装自己的版本。\"\n  },\n  \"citations\": [\n    { \"id\": \"incoming-students\", \"text\": { \"en\": \"The university's own rules on receiving exchange and visiting students; name the document and its number here.\", \"zh-Hans\": \"本校接收交换生与访学生管理规定；文件名称与文号须在此写明。\" }, \"unconfirmed\": true }\n  ],\n  \"gates\": [\n    {\n      \"id\": \"mobility.invite\",\n      \"title\": { \"en\": \"Before a letter about a stay commits the school\", \"zh-Hans\": \"签发具承诺效力的文书前\" },\n      \"longestExceptionDays\": 30,\n      \"checks\": [\n        { \"check\": \"mobility.stay-not-over\", \"rule\": { \"en\": \"The stay is still to come or under way.\", \"zh-Hans\": \"派出或来访尚未结束。\" }, \"excusable\": false, \"citations\": [\"incoming-students\"] },\n        { \"check\": \"mobility.stay-agreement\", \"rule\": { \"en\": \"The agreement the stay is under is in force on its first day; a stay under none is pointed out.\", \"zh-Hans\": \"所依据的协议在首日有效；无协议的予以提示。\" }, \"citations\": [\"incoming-students\"] }\n      ]\n    }\n  ],\n  \"goldenCases\": [\n    { \"title\": { \"en\": \"Nobody is invited to what is over\", \"zh-Hans\": \"已结束的不得邀请\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.invite\", \"check\": \"mobility.stay-not-over\", \"state\": \"Returned\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"A stay under no agreement is pointed out\", \"zh-Hans\": \"无协议的予以提示\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.invite\", \"check\": \"mobility.stay-agreement\", \"inForce\": \"none\" }, \"expect\": \"Warn\" },\n    { \"title\": { \"en\": \"An agreement that has ended stops it\", \"zh-Hans\": \"协议已终止的不得签发\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.invite\", \"check\": \"mobility.stay-agreement\", \"inForce\": \"no\" }, \"expect\": \"Fail\" }\n  ]\n}\n", "2026.1", new DateOnly(2015, 1, 1), new byte[] { 133, 184, 87, 190, 172, 4, 41, 165, 76, 48, 184, 21, 3, 231, 244, 78, 165, 192, 21, 73, 119, 82, 184, 142, 1, 112, 143, 28, 209, 232, 53, 70 }, 17672256000000000L, null, null, 1 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_degree_programme_OrganisationId",
                table: "mobility_degree_programme",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_degree_programme_PersonId_OrganisationId",
                table: "mobility_degree_programme",
                columns: new[] { "PersonId", "OrganisationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_degree_programme_RecordedById",
                table: "mobility_degree_programme",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_degree_programme_UnitId",
                table: "mobility_degree_programme",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_grading_table_OrganisationId_Field_Number",
                table: "mobility_grading_table",
                columns: new[] { "OrganisationId", "Field", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_grading_table_RecordedById",
                table: "mobility_grading_table",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_incoming_application_StudentId",
                table: "mobility_incoming_application",
                column: "StudentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_incoming_invitation_AskedById",
                table: "mobility_incoming_invitation",
                column: "AskedById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_incoming_invitation_ContactId",
                table: "mobility_incoming_invitation",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_incoming_invitation_OrganisationId_AcademicYear_UnitId",
                table: "mobility_incoming_invitation",
                columns: new[] { "OrganisationId", "AcademicYear", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_incoming_invitation_UnitId",
                table: "mobility_incoming_invitation",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_incoming_paper_FileId",
                table: "mobility_incoming_paper",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_incoming_paper_StudentId_Kind",
                table: "mobility_incoming_paper",
                columns: new[] { "StudentId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_incoming_student_AgreementId",
                table: "mobility_incoming_student",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_incoming_student_DecidedById",
                table: "mobility_incoming_student",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_incoming_student_FormId",
                table: "mobility_incoming_student",
                column: "FormId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_incoming_student_InvitationId_State",
                table: "mobility_incoming_student",
                columns: new[] { "InvitationId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_incoming_student_OrganisationId_AcademicYear",
                table: "mobility_incoming_student",
                columns: new[] { "OrganisationId", "AcademicYear" });

            migrationBuilder.CreateIndex(
                name: "IX_mobility_incoming_student_StayId",
                table: "mobility_incoming_student",
                column: "StayId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_incoming_student_SupervisorId",
                table: "mobility_incoming_student",
                column: "SupervisorId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_incoming_student_UnitId",
                table: "mobility_incoming_student",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_milestone_FileId",
                table: "mobility_milestone",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_milestone_ProgrammeId_Code",
                table: "mobility_milestone",
                columns: new[] { "ProgrammeId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_milestone_entry_ById",
                table: "mobility_milestone_entry",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_milestone_entry_MilestoneId",
                table: "mobility_milestone_entry",
                column: "MilestoneId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_place_turn_ApplicationId",
                table: "mobility_place_turn",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_place_turn_PlaceId_ApplicationId",
                table: "mobility_place_turn",
                columns: new[] { "PlaceId", "ApplicationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_programme_span_ById",
                table: "mobility_programme_span",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_programme_span_ProgrammeId",
                table: "mobility_programme_span",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_change_AskedById",
                table: "mobility_stay_change",
                column: "AskedById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_change_DecidedById",
                table: "mobility_stay_change",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_change_FileId",
                table: "mobility_stay_change",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_change_HostBefore",
                table: "mobility_stay_change",
                column: "HostBefore");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_change_OpinionById",
                table: "mobility_stay_change",
                column: "OpinionById");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_change_StayId",
                table: "mobility_stay_change",
                column: "StayId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_change_StayId_OpenKind",
                table: "mobility_stay_change",
                columns: new[] { "StayId", "OpenKind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mobility_stay_year_StayId_AcademicYear",
                table: "mobility_stay_year",
                columns: new[] { "StayId", "AcademicYear" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mobility_grading_table");

            migrationBuilder.DropTable(
                name: "mobility_incoming_application");

            migrationBuilder.DropTable(
                name: "mobility_incoming_paper");

            migrationBuilder.DropTable(
                name: "mobility_milestone_entry");

            migrationBuilder.DropTable(
                name: "mobility_place_turn");

            migrationBuilder.DropTable(
                name: "mobility_programme_span");

            migrationBuilder.DropTable(
                name: "mobility_stay_change");

            migrationBuilder.DropTable(
                name: "mobility_stay_year");

            migrationBuilder.DropTable(
                name: "mobility_incoming_student");

            migrationBuilder.DropTable(
                name: "mobility_milestone");

            migrationBuilder.DropTable(
                name: "mobility_incoming_invitation");

            migrationBuilder.DropTable(
                name: "mobility_degree_programme");

            migrationBuilder.DeleteData(
                table: "safeguards_pack_edition",
                keyColumn: "Id",
                keyValue: new Guid("019a0000-0003-7000-8000-000000000006"));

            migrationBuilder.DeleteData(
                table: "safeguards_pack_edition",
                keyColumn: "Id",
                keyValue: new Guid("019a0000-0003-7000-8000-000000000007"));

            migrationBuilder.DeleteData(
                table: "safeguards_pack_edition",
                keyColumn: "Id",
                keyValue: new Guid("019a0000-0003-7000-8000-000000000008"));

            migrationBuilder.DeleteData(
                table: "safeguards_pack_edition",
                keyColumn: "Id",
                keyValue: new Guid("019a0000-0003-7000-8000-000000000009"));

            migrationBuilder.DeleteData(
                table: "safeguards_pack_edition",
                keyColumn: "Id",
                keyValue: new Guid("019a0000-0003-7000-8000-00000000000a"));

            migrationBuilder.DeleteData(
                table: "safeguards_pack_edition",
                keyColumn: "Id",
                keyValue: new Guid("019a0000-0003-7000-8000-00000000000b"));

            migrationBuilder.DropColumn(
                name: "Priority",
                table: "mobility_call_place");

            migrationBuilder.DropColumn(
                name: "PriorityField",
                table: "mobility_call_place");

            migrationBuilder.DropColumn(
                name: "HeldAt",
                table: "mobility_application");

            migrationBuilder.DropColumn(
                name: "Reasons",
                table: "mobility_allocation_run");

            migrationBuilder.DropColumn(
                name: "Standings",
                table: "mobility_allocation_input");

            migrationBuilder.DropColumn(
                name: "StandingsDigest",
                table: "mobility_allocation_input");
        }
    }
}
