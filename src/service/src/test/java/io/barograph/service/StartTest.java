package io.barograph.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class StartTest {

    private static final Path HOME = Path.of(System.getProperty("barograph.root", "../.."));

    @TempDir
    Path folder;

    @Test
    void theDemoDecidesAllSampleAccountsBeforeItIsReady() throws IOException {
        long samples;
        try (var lines = Files.lines(HOME.resolve("samples/customer-health/accounts.ndjson"))) {
            samples = lines.filter(line -> !line.isBlank()).count();
        }
        try (ConfigurableApplicationContext service =
                BarographService.start(new ServeOptions(HOME, 0, true, null, null))) {
            JdbcClient client = service.getBean(JdbcClient.class);

            assertThat(client.sql("select count(*) from account")
                            .query(Long.class)
                            .single())
                    .isEqualTo(samples)
                    .isGreaterThan(400);
            assertThat(client.sql("select count(distinct overall_band) from account")
                            .query(Long.class)
                            .single())
                    .isGreaterThanOrEqualTo(3);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aModelWithErrorsIsRefusedWithAllOfThem() throws IOException {
        Path model = Files.createDirectory(folder.resolve("broken"));
        Files.write(model.resolve("segments.xlsx"), "no workbook".getBytes(UTF_8));
        Files.write(model.resolve("smb.xlsx"), "no workbook either".getBytes(UTF_8));

        String said = sayingWhyItDoesNotStart(model);

        assertThat(said)
                .contains("broken")
                .contains("segments.xlsx")
                .contains("smb.xlsx")
                .contains("barograph check");
    }

    @Test
    void aModelThatIsNotThereIsToldSo() {
        assertThat(sayingWhyItDoesNotStart(folder.resolve("nowhere"))).contains("nowhere");
    }

    @Test
    void aDatabaseThatIsDownIsToldSo() {
        System.setProperty("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/none");
        try {
            assertThat(sayingWhyItDoesNotStart(HOME.resolve("decision-tables/customer-health")))
                    .contains("The database cannot be used", "127.0.0.1:1 refused", "`spring.datasource.url`");
        } finally {
            System.clearProperty("spring.datasource.url");
        }
    }

    /** Somebody who can write to the disk put their own name under a release. */
    @Test
    void aReleaseThatIsNotAsItWasSignedIsToldSo() throws IOException {
        Path home = folder.resolve("home");
        for (String part : List.of("decision-tables/customer-health", "governance", "rules")) {
            copy(HOME.resolve(part), home.resolve(part));
        }
        Path manifest = home.resolve("governance/releases/customer-health/1.yaml");
        Files.writeString(manifest, Files.readString(manifest).replace("authors: [barograph]", "authors: [mallory]"));

        String said = sayingWhyItDoesNotStart(home, home.resolve("decision-tables/customer-health"));

        assertThat(said)
                .contains("the releases of model `customer-health` cannot be trusted")
                .contains("governance/releases/customer-health/1.yaml.sig: it was signed for other content")
                .contains("barograph release verify");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(one, target);
                }
            }
        }
    }

    private String sayingWhyItDoesNotStart(Path model) {
        return sayingWhyItDoesNotStart(HOME, model);
    }

    private String sayingWhyItDoesNotStart(Path home, Path model) {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, UTF_8));
        try {
            int exit = BarographService.run(new ServeOptions(home, 0, false, model, folder.resolve("data")));
            assertThat(exit).isEqualTo(1);
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(UTF_8)).doesNotContain("Exception").doesNotContain("\tat ");
        return said.toString(UTF_8);
    }
}
