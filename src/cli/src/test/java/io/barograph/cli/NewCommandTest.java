package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NewCommandTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private Path model;
    private Path contract;

    NewCommandTest() {
        model = Path.of("");
        contract = Path.of("");
    }

    @BeforeEach
    void copyTheShippedModel() throws IOException {
        model = Files.createDirectories(folder.resolve("decision-tables/customer-health"));
        Path governance = Files.createDirectories(folder.resolve("governance/customer-health"));
        contract = governance.resolve("data-contract.yaml");
        copy(Run.ROOT.resolve("decision-tables/customer-health"), model);
        copy(Run.ROOT.resolve("governance/customer-health"), governance);
        copy(
                Run.ROOT.resolve("rules/guardrails/customer-health"),
                Files.createDirectories(folder.resolve("rules/guardrails/customer-health")));
    }

    @Test
    void aNewSegmentIsSoundAndChangesNothingElse() throws IOException {
        byte[] enterprise = Files.readAllBytes(model.resolve("enterprise.xlsx"));

        Run made = Run.of("new", "segment", "Giants", "--when", "ARR=>= 500000", "--model", model.toString());

        assertThat(made.err()).isEmpty();
        assertThat(made.code()).isZero();
        assertThat(made.out()).contains("ARR >= 500000 → Giants", "giants.xlsx", "wrote ");
        assertThat(Run.of("check", model.toString()).out()).contains("is sound");
        assertThat(Files.readAllBytes(model.resolve("enterprise.xlsx"))).isEqualTo(enterprise);
        JsonNode diff =
                JSON.readTree(Run.of("diff", "--format", "json", "decision-tables/customer-health", model.toString())
                        .out());
        assertThat(diff.get("changes").findValuesAsString("kind")).containsExactly("row-added", "workbook-added");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void refusesASegmentThatNoConditionLeadsTo() {
        Run refused = Run.of("new", "segment", "Giants", "--model", model.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("say which accounts belong to `Giants`");
        assertThat(model.resolve("giants.xlsx")).doesNotExist();
    }

    @Test
    void writesNothingWhenTheModelWouldNotBeSound() throws IOException {
        byte[] segments = Files.readAllBytes(model.resolve("segments.xlsx"));

        Run refused = Run.of("new", "segment", "Giants", "--when", "Industri=media", "--model", model.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("did you mean `Industry`?", "nothing was written");
        assertThat(Files.readAllBytes(model.resolve("segments.xlsx"))).isEqualTo(segments);
        assertThat(model.resolve("giants.xlsx")).doesNotExist();
    }

    @Test
    void aNewIndicatorFindsEveryPlaceItNeeds() throws IOException {
        List<String> before = Files.readAllLines(contract);

        Run made = indicator("--segment", "smb", "--weight", "10");

        assertThat(made.err()).isEmpty();
        assertThat(made.code()).isZero();
        assertThat(made.out())
                .contains(
                        "smb.xlsx › Indicators",
                        "smb.xlsx › Scoring",
                        "smb.xlsx › Weights",
                        "weight in Retention ",
                        "indicator added");
        assertThat(made.out().lines()).allMatch(line -> line.length() <= 80 || line.startsWith("wrote "));
        assertThat(Run.of("check", model.toString()).out()).contains("is sound");
        assertThat(Files.readAllLines(contract)).containsSubsequence(before);
        assertThat(indicator().err()).contains("has `Community answers` (`community_answers`) already");
    }

    @Test
    void triesAnIndicatorWithoutWriting() throws IOException {
        byte[] smb = Files.readAllBytes(model.resolve("smb.xlsx"));

        Run tried = indicator("--segment", "smb", "--dry-run");

        assertThat(tried.code()).isZero();
        assertThat(tried.out()).contains("Community answers", "nothing was written");
        assertThat(Files.readAllBytes(model.resolve("smb.xlsx"))).isEqualTo(smb);
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithAnIndicator() {
        assertThat(indicator("--segment", "smd").err()).contains("unknown segment `smd`; did you mean `smb`?");
        assertThat(indicator("--dimension", "Valu").err()).contains("unknown dimension `Valu`; did you mean `Value`?");
        assertThat(indicator("--weight", "100").err()).contains("must be above 0 and under 100, but is `100`");
        assertThat(indicator("--weight", "ten").code()).isEqualTo(2);
    }

    @Test
    void leavesWorkbooksThatAreOpenElsewhere() throws IOException {
        Files.createFile(model.resolve("~$smb.xlsx"));

        Run refused = indicator("--segment", "smb");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("open in a spreadsheet program");
    }

    @Test
    void aNewWorkbookIsSoundInItsFolderAndNeverReplacesAFile() throws IOException {
        Path target = model.resolve("partners.xlsx");

        Run made = workbook(target);

        assertThat(made.code()).isZero();
        Run check = Run.of("check", model.toString());
        assertThat(check.out())
                .contains("is sound", "no row of Segments leads to the segment `Partners`")
                .contains("no errors, ");
        assertThat(workbook(target).code()).isEqualTo(2);
        assertThat(workbook(target).err()).contains("exists; name another file");
    }

    @Test
    void aNewWorkbookSaysTheSameAfterLibreOfficeSavedIt() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/soffice")), "skipped: LibreOffice (soffice) is not installed");
        Path target = model.resolve("partners.xlsx");
        workbook(target);
        String digest = digest();

        Process process = new ProcessBuilder(
                        "/usr/bin/soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        folder.resolve("saved").toString(),
                        target.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        Files.copy(folder.resolve("saved/partners.xlsx"), target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(digest()).isEqualTo(digest);
    }

    @Test
    void helpFitsATerminal() {
        for (String[] command : new String[][] {
            {"new", "--help"},
            {"new", "segment", "--help"},
            {"new", "workbook", "--help"},
            {"new", "indicator", "--help"},
            {"diff", "--help"}
        }) {
            assertThat(Run.of(command).out().lines()).isNotEmpty().allMatch(line -> line.length() <= 80);
        }
        assertThat(Run.of("new").err()).contains("say what, one of segment, workbook, indicator");
    }

    private String digest() throws IOException {
        return JSON.readTree(
                        Run.of("check", "--format", "json", model.toString()).out())
                .get("digest")
                .asString();
    }

    private Run workbook(Path target) {
        return Run.of("new", "workbook", "--segment", "Partners", "--out", target.toString());
    }

    private Run indicator(String... more) {
        return Run.of(Stream.concat(
                        Stream.of(
                                "new",
                                "indicator",
                                "Community answers",
                                "--category",
                                "engagement",
                                "--minimum",
                                "0",
                                "--maximum",
                                "500",
                                "--direction",
                                "higher-is-better",
                                "--model",
                                model.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
