package io.barograph.service.privacy;

import io.barograph.engine.audit.seal.Sealer;
import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys and sealing on a test's own database, and a model with more to hide than the shipped one. */
public final class PrivacyForTests {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "."));
    private static final Path KEYS = Path.of("target/privacy-test-keys/master.key");

    private static final class Shipped {
        static final Sealer SEALER = new Sealer(model());

        private static Model model() {
            try {
                Compilation.Accepted accepted = (Compilation.Accepted) ModelCompiler.compile(
                        ModelFolder.read(ROOT.resolve("decision-tables/customer-health"), ROOT), "1");
                accepted.decider().close();
                return accepted.model();
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
    }

    private PrivacyForTests() {}

    public static AccountKeys keys(JdbcClient client, JdbcTemplate template) {
        return keys(client, template, KEYS);
    }

    /** @param master file of the master key */
    public static AccountKeys keys(JdbcClient client, JdbcTemplate template, Path master) {
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
        return new AccountKeys(
                client, template, new MasterKey(new PrivacyProperties(master, Set.of()), client, clock), clock);
    }

    /** Of the shipped model, which hides the account's name. */
    public static Sealer sealer() {
        return Shipped.SEALER;
    }

    public static Sealing sealing() {
        return new Sealing();
    }

    /** Of a model with nothing to hide, which takes no time to read. */
    public static Sealer sealingNothing() {
        Contract contract = new Contract("1", List.of(), List.of());
        return new Sealer(
                new Model("empty", "sha256:0", contract, List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    /**
     * Copies the shipped model, with more fields marked sensitive.
     *
     * @return its folder
     */
    static Path model(Path into, List<String> sensitive) {
        try {
            Path folder = Files.createDirectories(into.resolve("customer-health"));
            try (Stream<Path> workbooks = Files.list(ROOT.resolve("decision-tables/customer-health"))) {
                for (Path workbook : workbooks.toList()) {
                    Files.write(folder.resolve(workbook.getFileName()), Files.readAllBytes(workbook));
                }
            }
            String contract = Files.readString(
                    ROOT.resolve("governance/customer-health/data-contract.yaml"), StandardCharsets.UTF_8);
            for (String field : sensitive) {
                contract = contract.replaceFirst(
                        "(?s)(- name: " + field + "\n.*?        logicalType: \\w+\n)(.*?)(        description)",
                        "$1        classification: sensitive\n%%$2%%$3");
                contract = contract.replaceFirst("(?s)%%(.*?)        classification: \\w+\n(.*?)%%", "$1$2")
                        .replace("%%", "");
            }
            Files.writeString(folder.resolve("data-contract.yaml"), contract, StandardCharsets.UTF_8);
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
