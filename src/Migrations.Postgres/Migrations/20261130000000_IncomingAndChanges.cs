using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Entente.Migrations.Postgres.Migrations
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
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PriorityField",
                table: "mobility_call_place",
                type: "character varying(4)",
                maxLength: 4,
                nullable: true);

            migrationBuilder.AddColumn<Instant>(
                name: "HeldAt",
                table: "mobility_application",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Standings",
                table: "mobility_allocation_input",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StandingsDigest",
                table: "mobility_allocation_input",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mobility_grading_table",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Field = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    FromYear = table.Column<int>(type: "integer", nullable: false),
                    UntilYear = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Grades = table.Column<string>(type: "text", nullable: false),
                    Failing = table.Column<string>(type: "text", nullable: false),
                    RecordedAt = table.Column<Instant>(type: "timestamp with time zone", nullable: false),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                name: "mobility_place_turn",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlaceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.InsertData(
                table: "safeguards_pack_edition",
                columns: new[] { "Id", "Code", "Content", "Edition", "From", "Hash", "InstalledAt", "InstalledById", "To", "Version" },
                values: new object[,]
                {
                    { new Guid("019a0000-0003-7000-8000-000000000006"), "entente.grades", "{\n  \"id\": \"entente.grades\",\n  \"version\": \"2026.1\",\n  \"effectiveFrom\": \"2015-01-01\",\n  \"title\": { \"en\": \"Grades converted by distribution: starting rules\", \"zh-Hans\": \"按分布换算成绩：初始规则\" },\n  \"summary\": {\n    \"en\": \"How a grade of elsewhere is converted by comparing how often grades were given there and here. Written as a start; a school installs its own version with its own numbers, and with its own distribution if it wishes.\",\n    \"zh-Hans\": \"按双方成绩分布换算外方成绩的办法。此为初始规则，学院可按本校规定安装自己的版本，也可在其中写入本校成绩分布。\"\n  },\n  \"citations\": [\n    { \"id\": \"ects-guide\", \"text\": { \"en\": \"ECTS Users' Guide, European Commission, 2015: on grade distributions and grading tables.\", \"zh-Hans\": \"欧盟委员会《欧洲学分互认体系用户指南》（2015年）关于成绩分布的部分。\" }, \"unconfirmed\": true },\n    { \"id\": \"own-rule\", \"text\": { \"en\": \"The university's own rule on recognising credits; name the document and its number here.\", \"zh-Hans\": \"本校学分认定办法；文件名称与文号须在此写明。\" }, \"unconfirmed\": true }\n  ],\n  \"gradings\": [\n    { \"id\": \"grades.distribution\", \"title\": { \"en\": \"Conversion by distribution\", \"zh-Hans\": \"按分布换算\" }, \"pick\": \"middle\", \"fewestPasses\": 100, \"preferred\": true, \"citations\": [\"ects-guide\", \"own-rule\"] }\n  ],\n  \"goldenCases\": [\n    { \"title\": { \"en\": \"The best 22 % there, of three grades here\", \"zh-Hans\": \"外方前22%对应本校三个成绩\" }, \"kind\": \"distribution\", \"given\": { \"grading\": \"grades.distribution\", \"theirs\": \"VG 22; G 78\", \"ours\": \"100 8; 95 8; 91 6; 85 40; 70 38\", \"grade\": \"VG\" }, \"expect\": \"95\" },\n    { \"title\": { \"en\": \"Equal distributions leave a grade as it is\", \"zh-Hans\": \"分布相同则成绩不变\" }, \"kind\": \"distribution\", \"given\": { \"grading\": \"grades.distribution\", \"theirs\": \"A 10; B 30; C 60\", \"ours\": \"A 10; B 30; C 60\", \"grade\": \"B\" }, \"expect\": \"B\" },\n    { \"title\": { \"en\": \"The last grade there ends where the last one here does\", \"zh-Hans\": \"最低及格成绩对应最低及格成绩\" }, \"kind\": \"distribution\", \"given\": { \"grading\": \"grades.distribution\", \"theirs\": \"5 40; 4 40; 3 20\", \"ours\": \"90 30; 75 50; 60 20\", \"grade\": \"3\" }, \"expect\": \"60\" }\n  ]\n}\n", "2026.1", new DateOnly(2015, 1, 1), new byte[] { 236, 116, 152, 9, 98, 2, 234, 174, 199, 238, 233, 96, 114, 202, 13, 128, 219, 139, 250, 119, 245, 59, 229, 1, 128, 150, 58, 231, 227, 174, 44, 127 }, NodaTime.Instant.FromUnixTimeTicks(17672256000000000L), null, null, 1 },
                    { new Guid("019a0000-0003-7000-8000-000000000007"), "entente.application", "{\n  \"id\": \"entente.application\",\n  \"version\": \"2026.1\",\n  \"effectiveFrom\": \"2015-01-01\",\n  \"title\": { \"en\": \"Applications of students: starting rules\", \"zh-Hans\": \"学生申请：初始规则\" },\n  \"summary\": {\n    \"en\": \"What must hold when a student hands in an application, beside what the places themselves ask for. Written as a start; a school installs its own version with its own numbers.\",\n    \"zh-Hans\": \"学生提交申请时，除名额本身要求外须满足的条件。此为初始规则，学院可按本校规定安装自己的版本。\"\n  },\n  \"citations\": [\n    { \"id\": \"student-mobility\", \"text\": { \"en\": \"The university's own rules on who may be sent abroad; name the document and its number here.\", \"zh-Hans\": \"本校学生出国（境）学习的申请条件；文件名称与文号须在此写明。\" }, \"unconfirmed\": true }\n  ],\n  \"gates\": [\n    {\n      \"id\": \"mobility.submit\",\n      \"title\": { \"en\": \"Before an application is taken\", \"zh-Hans\": \"受理申请前\" },\n      \"longestExceptionDays\": 60,\n      \"checks\": [\n        { \"check\": \"mobility.grade-reached\", \"rule\": { \"en\": \"The mean grade is 70 of 100 or better.\", \"zh-Hans\": \"平均成绩不低于70分。\" }, \"parameters\": { \"leastHundredths\": 7000 }, \"citations\": [\"student-mobility\"] },\n        { \"check\": \"mobility.days-abroad\", \"rule\": { \"en\": \"No more than two years have been spent abroad under agreements.\", \"zh-Hans\": \"按协议派出的累计时间不超过两年。\" }, \"parameters\": { \"most\": 730 }, \"citations\": [\"student-mobility\"] },\n        { \"check\": \"mobility.applications-at-once\", \"rule\": { \"en\": \"At most three applications stand for stays of one academic year.\", \"zh-Hans\": \"同一学年至多三份申请有效。\" }, \"parameters\": { \"most\": 3 }, \"citations\": [\"student-mobility\"] },\n        { \"check\": \"mobility.nothing-owed\", \"rule\": { \"en\": \"Nothing of an earlier stay is overdue.\", \"zh-Hans\": \"以往派出的应交事项均未逾期。\" }, \"citations\": [\"student-mobility\"] },\n        { \"check\": \"mobility.applied-once\", \"rule\": { \"en\": \"Nobody of the same name applied to the call already.\", \"zh-Hans\": \"本项目无同名申请人。\" }, \"citations\": [\"student-mobility\"] }\n      ]\n    }\n  ],\n  \"goldenCases\": [\n    { \"title\": { \"en\": \"One hundredth below the grade\", \"zh-Hans\": \"差百分之一分\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.submit\", \"check\": \"mobility.grade-reached\", \"grade\": \"6999\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"Exactly the grade\", \"zh-Hans\": \"恰好达到\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.submit\", \"check\": \"mobility.grade-reached\", \"grade\": \"7000\" }, \"expect\": \"Pass\" },\n    { \"title\": { \"en\": \"Without a grade the office is told\", \"zh-Hans\": \"未填成绩的提示学院\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.submit\", \"check\": \"mobility.grade-reached\", \"grade\": \"\" }, \"expect\": \"Warn\" },\n    { \"title\": { \"en\": \"Two years are not more than two years\", \"zh-Hans\": \"满两年不算超过\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.submit\", \"check\": \"mobility.days-abroad\", \"days\": \"730\" }, \"expect\": \"Pass\" },\n    { \"title\": { \"en\": \"One day more\", \"zh-Hans\": \"多一天\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.submit\", \"check\": \"mobility.days-abroad\", \"days\": \"731\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"A fourth application\", \"zh-Hans\": \"第四份申请\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.submit\", \"check\": \"mobility.applications-at-once\", \"others\": \"3\" }, \"expect\": \"Fail\" },\n    { \"title\": { \"en\": \"Somebody of the same name is pointed out\", \"zh-Hans\": \"同名的予以提示\" }, \"kind\": \"check\", \"given\": { \"gate\": \"mobility.submit\", \"check\": \"mobility.applied-once\", \"namesakes\": \"1\" }, \"expect\": \"Warn\" }\n  ]\n}\n", "2026.1", new DateOnly(2015, 1, 1), new byte[] { 33, 30, 239, 253, 22, 23, 107, 114, 77, 217, 75, 151, 93, 30, 247, 169, 171, 28, 174, 37, 52, 118, 130, 248, 252, 149, 45, 129, 34, 88, 15, 240 }, NodaTime.Instant.FromUnixTimeTicks(17672256000000000L), null, null, 1 }
                });

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
                name: "IX_mobility_place_turn_ApplicationId",
                table: "mobility_place_turn",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_place_turn_PlaceId_ApplicationId",
                table: "mobility_place_turn",
                columns: new[] { "PlaceId", "ApplicationId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mobility_grading_table");

            migrationBuilder.DropTable(
                name: "mobility_place_turn");

            migrationBuilder.DeleteData(
                table: "safeguards_pack_edition",
                keyColumn: "Id",
                keyValue: new Guid("019a0000-0003-7000-8000-000000000006"));

            migrationBuilder.DeleteData(
                table: "safeguards_pack_edition",
                keyColumn: "Id",
                keyValue: new Guid("019a0000-0003-7000-8000-000000000007"));

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
                name: "Standings",
                table: "mobility_allocation_input");

            migrationBuilder.DropColumn(
                name: "StandingsDigest",
                table: "mobility_allocation_input");
        }
    }
}
