package io.barograph.engine.ruleset;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Compiles DRL to classes of Drools' executable model.
 *
 * <p>Drools caches what it compiled by source path, across builds and threads. So every build has a path of its own, made
 * of a digest of all its sources, and builds take turns.
 */
final class RuleCompilation {

    /** The place of faults in Java that was made from rules. */
    static final String GENERATED = "generated";

    private static final String MODEL_NAMES = "drools-model";

    /**
     * @param classes class files by path, for example {@code rules/pipeline/Rules1F.class}
     * @param models names of the classes that describe rules, in Drools' order
     */
    record Compiled(Map<String, byte[]> classes, List<String> models) {}

    /** A DRL source under the name that issues show. */
    record Source(String name, String drl) {

        private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)");

        /** The folder that goes with the source's package. */
        String folder() {
            Matcher declared = PACKAGE.matcher(drl);
            return declared.find() ? declared.group(1).replace('.', '/') + "/" : "";
        }
    }

    private RuleCompilation() {}

    /** @return null when there was an error; every error is an issue with file and line */
    static synchronized @Nullable Compiled compile(List<Source> sources, String digest, Issues issues) {
        KieServices services = KieServices.Factory.get();
        ReleaseId release = services.newReleaseId("io.barograph.rules", "rules-" + digest, "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        Map<String, String> names = new HashMap<>();
        for (Source source : sources) {
            String path = source.folder() + digest + "-" + names.size() + ".drl";
            names.put(path, source.name());
            files.write("src/main/resources/" + path, source.drl());
        }
        KieBuilder builder = services.newKieBuilder(files);
        try {
            builder.buildAll(ExecutableModelProject.class);
            if (!report(builder, names, issues)) {
                return compiled((InternalKieModule) builder.getKieModule());
            }
            return null;
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    /** Faults that Drools finds are at a line of the DRL; those of the Java made from it have no file here. */
    private static boolean report(KieBuilder builder, Map<String, String> names, Issues issues) {
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        for (Message error : errors) {
            String path = error.getPath() == null ? "" : error.getPath().replaceFirst("^src/main/resources/", "");
            String name = names.get(path);
            CellAddress place = name == null
                    ? CellAddress.ofFile(GENERATED)
                    : CellAddress.ofLine(name, Math.max(error.getLine(), 0));
            String message = firstLine(error.getText());
            if (name != null || !message.startsWith("Java source of")) {
                issues.error(IssueCode.BAD_RULE_FILE, place, message);
            }
        }
        return !errors.isEmpty();
    }

    private static String firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("cannot be compiled");
    }

    private static Compiled compiled(InternalKieModule module) {
        Map<String, byte[]> classes = new TreeMap<>();
        List<String> models = List.of();
        for (String name : module.getFileNames()) {
            if (name.endsWith(".class") && !name.startsWith("org/drools/project/")) {
                classes.put(name, module.getBytes(name));
            } else if (name.endsWith("/" + MODEL_NAMES)) {
                models = modelNames(new String(module.getBytes(name), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return new Compiled(classes, models);
    }

    private static List<String> modelNames(String listing) {
        return listing.lines()
                .map(String::strip)
                .filter(line -> line.contains(".Rules"))
                .toList();
    }
}
