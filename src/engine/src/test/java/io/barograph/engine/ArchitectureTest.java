package io.barograph.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package arrows of the engine, and what keeps it a pure function of its arguments. */
class ArchitectureTest {

    private static final String ENGINE = "io.barograph.engine";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ENGINE);

    /**
     * What each package may use, besides itself. Ruleset reads native rule tables of {@code rules/} through workbook,
     * since no other package may touch the spreadsheet library.
     */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("text", List.of()),
            Map.entry("issue", List.of("text")),
            Map.entry("workbook", List.of("issue", "text")),
            Map.entry("contract", List.of("issue", "text")),
            Map.entry("model", List.of("workbook", "contract", "issue", "text")),
            Map.entry("authoring", List.of("model", "workbook", "contract", "issue", "text")),
            Map.entry("ruleset", List.of("model", "workbook", "contract", "issue", "text")),
            Map.entry("decision", List.of("ruleset", "model", "contract", "issue", "text")),
            Map.entry("exchange", List.of("simulation", "decision", "ruleset", "model", "contract", "issue", "text")),
            Map.entry(
                    "audit",
                    List.of("decision", "exchange", "governance", "ruleset", "model", "contract", "issue", "text")),
            Map.entry("export", List.of("decision", "model", "workbook", "contract", "issue", "text")),
            Map.entry("simulation", List.of("decision", "model", "contract", "issue", "text")),
            Map.entry("governance", List.of("decision", "ruleset", "model", "contract", "issue", "text")));

    /** What the packages below audit may use, besides themselves; nothing of audit's own arrows is handed down to them. */
    private static final Map<String, List<String>> AUDIT_ARROWS = Map.of(
            "audit.merkle", List.of(),
            "audit.note", List.of("audit.merkle"),
            "audit.export", List.of("audit", "model"),
            "audit.seal", List.of("audit", "ruleset", "model", "contract", "issue"),
            "audit.compact", List.of("audit", "decision", "ruleset", "model", "contract", "issue"),
            "audit.verify", List.of("audit", "governance", "model"));

    /** Methods whose answer differs from one call to the next, or from one machine to another. */
    private static final Set<String> IMPURE = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.Math.random",
            "java.lang.Thread.sleep",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle");

    static Stream<String> packages() {
        return Stream.of(ARROWS, AUDIT_ARROWS)
                .flatMap(arrows -> arrows.keySet().stream())
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packagesUseOnlyWhatTheyMay(String name) {
        String[] allowed = Stream.concat(Stream.of(name), arrows(name).stream())
                .map(ArchitectureTest::within)
                .toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage(within(name))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(not(resideInAPackage(ENGINE + ".."))))
                .check(CLASSES);
    }

    @Test
    void everyPackageHasItsArrows() {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(type -> found.add(type.getPackageName()
                .substring(ENGINE.length())
                .replaceFirst("^\\.", "")
                .replaceFirst("\\..*", "")));

        assertThat(found).isEqualTo(new TreeSet<>(ARROWS.keySet()));
    }

    @Test
    void everyPackageBelowAuditHasItsArrows() {
        assertThat(CLASSES.stream()
                        .map(type -> type.getPackageName().substring(ENGINE.length()))
                        .filter(name -> name.startsWith(".audit."))
                        .map(name -> name.substring(1)))
                .isSubsetOf(AUDIT_ARROWS.keySet());
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ENGINE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingDependsOnTimeChanceOrTheMachine() {
        noClasses().should().accessTargetWhere(impure()).check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.(util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)"
                        + "|security\\.SecureRandom|util\\.random\\..*)")
                .check(CLASSES);
    }

    @Test
    void onlyWorkbookKnowsTheSpreadsheetLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage(within("workbook"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi..", "org.openxmlformats..", "org.apache.xmlbeans..")
                .check(CLASSES);
    }

    @Test
    void onlyRulesetAndDecisionKnowDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackages(within("ruleset"), within("decision"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..")
                .check(CLASSES);
    }

    @Test
    void nothingKnowsSpringOrALogger() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.slf4j..", "ch.qos.logback..", "java.util.logging..")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackage)
                        .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                        .map(found -> found.getName())
                        .distinct())
                .isEmpty();
    }

    private static List<String> arrows(String name) {
        return AUDIT_ARROWS.getOrDefault(name, ARROWS.getOrDefault(name, List.of()));
    }

    private static String within(String name) {
        return ENGINE + "." + name + "..";
    }

    private static DescribedPredicate<JavaAccess<?>> impure() {
        return DescribedPredicate.describe("answers differently from call to call", access -> {
            String owner = access.getTargetOwner().getName();
            String method = access.getTarget().getName();
            boolean clock = owner.startsWith("java.time.") && (method.equals("now") || method.startsWith("system"));
            return clock || IMPURE.contains(owner + "." + method);
        });
    }
}
