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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mobility_application_choice");

            migrationBuilder.DropTable(
                name: "mobility_call_document");

            migrationBuilder.DropTable(
                name: "mobility_stay");

            migrationBuilder.DropTable(
                name: "mobility_call_place");

            migrationBuilder.DropTable(
                name: "mobility_application");

            migrationBuilder.DropTable(
                name: "mobility_call");

            migrationBuilder.DropTable(
                name: "mobility_mobility_form");
        }
    }
}
