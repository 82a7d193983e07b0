package io.barograph.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.export.ExportedFile;
import io.barograph.engine.export.NativeAccounts;
import io.barograph.engine.export.NativeExport;
import io.barograph.engine.model.Model;
import io.barograph.testkit.ChildJava;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Runs an exported model as its README says, in a process of its own whose classpath holds Drools and its dependencies, and nothing of
 * ours.
 */
final class StockDrools {

    private final Path project;

    private StockDrools(Path project) {
        this.project = project;
    }

    static StockDrools of(Model model, Path project) throws IOException {
        StockDrools stock = new StockDrools(project);
        for (ExportedFile file : NativeExport.of(model).files()) {
            stock.write(file);
        }
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-Xlint:all",
                        "-Werror",
                        "-proc:none",
                        "-classpath",
                        classpath(),
                        "-d",
                        project.resolve("classes").toString(),
                        project.resolve("src/main/java/Decide.java").toString());
        assertThat(compiled).as("Decide.java compiles").isZero();
        return stock;
    }

    private void write(ExportedFile file) throws IOException {
        Path path = project.resolve(file.path());
        Files.createDirectories(path.getParent());
        Files.write(path, file.bytes());
    }

    /** What the engine decides must be what the exported rules decide, account by account. */
    void agreesWith(Decider engine, Model model, List<Inquiry> inquiries) throws IOException, InterruptedException {
        List<Decision> decisions = engine.decide(inquiries);
        NativeAccounts accounts = new NativeAccounts(model);
        StringBuilder file = new StringBuilder(accounts.header());
        for (int i = 0; i < inquiries.size(); i++) {
            file.append(accounts.line(inquiries.get(i), decisions.get(i).segment()));
        }
        Files.writeString(project.resolve("accounts.csv"), file);
        List<String> lines = run();
        assertThat(lines).hasSameSizeAs(decisions);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(DecisionLine.sorted(lines.get(i)))
                    .as("%s", inquiries.get(i).snapshot())
                    .isEqualTo(DecisionLine.of(decisions.get(i)));
        }
    }

    private List<String> run() throws IOException, InterruptedException {
        return ChildJava.run(
                project,
                "-Dfile.encoding=US-ASCII",
                "-classpath",
                classpath() + File.pathSeparator + project.resolve("classes"),
                "Decide",
                project.resolve("accounts.csv").toString(),
                project.toString());
    }

    /** Everything on this one but our own classes and what only tests need. */
    private static String classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> Stream.of("barograph", "junit", "assertj").noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
