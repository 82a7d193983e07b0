package io.barograph.cli;

import io.barograph.engine.governance.GovernanceCheck;
import io.barograph.engine.governance.GovernanceFolder;
import io.barograph.engine.governance.Release;
import io.barograph.engine.governance.ReviewCalendar;
import io.barograph.engine.issue.IssueRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks everything below {@code governance/}. */
@Command(
        name = "check",
        description = {
            "Check everything below governance/ together: decision rights, guardrails, review calendar, releases and their"
                    + " signatures, an entry in the change log and a word in the model card for each of them.",
            "With --as-of, tell also which reviews are overdue on that day and what comes next.",
            "Errors and overdue reviews make the exit code 1."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class GovernanceCheckCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PROJECT",
            arity = "0..1",
            description = "Folder that holds governance/ (default: this project).")
    private @Nullable Path project;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = DateOption.class,
            description = "Judge reviews as of that day; without it no date is looked at.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Public keys that may sign releases (default: governance/releases/keys.txt).")
    private @Nullable Path keys;

    GovernanceCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        GovernanceFolder governance = new GovernanceFolder(project == null ? console.home() : console.resolve(project));
        if (!Files.isDirectory(governance.root())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no folder `" + console.shown(governance.root())
                            + "`; name the project that holds `governance/`");
        }
        GovernanceCheck.Found found =
                GovernanceCheck.check(governance, keys == null ? governance.keys() : console.resolve(keys));
        StringBuilder text = new StringBuilder();
        if (!found.issues().isEmpty()) {
            text.append(IssueRenderer.render(found.issues(), console.colours())).append('\n');
        }
        for (Release release : found.releases()) {
            text.append("%s %d: %s%n"
                    .formatted(
                            release.manifest().model(),
                            release.manifest().release(),
                            release.isSigned()
                                    ? "signed by " + release.signedBy().get(0).name()
                                    : "not signed"));
        }
        boolean inTime = true;
        if (asOf != null && found.calendar() != null) {
            inTime = reviews(text, found.calendar(), asOf);
        }
        text.append(
                found.isSound()
                        ? "the governance of %s is sound%n".formatted(String.join(", ", found.models()))
                        : "the governance of %s has errors%n".formatted(String.join(", ", found.models())));
        console.print(text.toString());
        return found.isSound() && inTime ? 0 : Faults.PROBLEMS;
    }

    private static boolean reviews(StringBuilder text, ReviewCalendar calendar, LocalDate day) {
        List<ReviewCalendar.Overdue> overdue = calendar.overdue(day);
        for (ReviewCalendar.Overdue one : overdue) {
            text.append("OVERDUE since %s: %s of %s, by %s%n"
                    .formatted(
                            one.due(),
                            one.review().title(),
                            one.period(),
                            one.review().owner()));
            one.review().produces().forEach(product -> text.append("    → ").append(Paragraph.of(product, 6)));
        }
        for (ReviewCalendar.Review review : calendar.reviews()) {
            text.append("next, until %s: %s of %s, by %s%n"
                    .formatted(
                            review.due(calendar.next(review, day)),
                            review.title(),
                            calendar.next(review, day),
                            review.owner()));
        }
        return overdue.isEmpty();
    }
}
