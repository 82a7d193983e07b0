package io.barograph.engine.export;

import io.barograph.engine.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A model as rules that stock Drools runs: native RuleTable workbooks, a rule a row, and DRL for the facts and the arithmetic
 * between tables. No class of this engine is needed, and no text of a cell can become code.
 */
public final class NativeExport {

    /** The version these rules were tried with. */
    private static final String DROOLS = "10.2.0";

    private static final String RESOURCES = "src/main/resources/";

    /** Where the rules of all exports stand. */
    public static final String RULES_FOLDER = RESOURCES + "rules/exported";

    private NativeExport() {}

    /**
     * @param files a small Maven project with a README
     * @param notCarried what the rules leave to whoever runs them
     */
    public record NativeForm(List<ExportedFile> files, List<NotCarried> notCarried) {
        public NativeForm {
            files = List.copyOf(files);
            notCarried = List.copyOf(notCarried);
        }
    }

    public static NativeForm of(Model model) {
        String ruleSet = "rules.exported." + identifier(model.name());
        String folder = RESOURCES + ruleSet.replace('.', '/') + "/";
        List<NotCarried> notCarried = NotCarried.of(model);
        List<ExportedFile> files = new ArrayList<>();
        files.add(ExportedFile.text("README.md", readMe(model, folder, notCarried)));
        files.add(ExportedFile.text("inputs.csv", inputs(model)));
        files.add(ExportedFile.text("pom.xml", resource("pom.xml.txt").replace("@DROOLS@", DROOLS)));
        files.add(ExportedFile.text("src/main/java/Decide.java", resource("Decide.java.txt")));
        for (String name : List.of("stages.drl", "conditions.drl", "arithmetic.drl")) {
            files.add(ExportedFile.text(folder + name, resource(name).replace("@PACKAGE@", ruleSet)));
        }
        files.addAll(NativeTables.of(model, ruleSet, folder));
        return new NativeForm(files, notCarried);
    }

    private static String readMe(Model model, String folder, List<NotCarried> notCarried) {
        String list = notCarried.stream()
                .map(each -> "* **" + Markdown.escaped(each.what()) + "**: " + Markdown.escaped(each.reason()) + ".\n")
                .collect(Collectors.joining());
        return resource("README.md.txt")
                .replace("@MODEL@", Markdown.escaped(model.name()))
                .replace("@DIGEST@", model.digest())
                .replace("@DROOLS@", DROOLS)
                .replace("@FOLDER@", folder)
                .replace("@NOT_CARRIED@\n", list);
    }

    private static String inputs(Model model) {
        StringBuilder csv = new StringBuilder(Csv.line(List.of("name", "type", "meaning")));
        NativeInputs.of(model)
                .forEach(input -> csv.append(Csv.line(List.of(input.name(), input.type(), input.meaning()))));
        return csv.toString();
    }

    private static String identifier(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return "m_" + plain;
    }

    static String resource(String name) {
        try (InputStream in = NativeExport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the classpath");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
