package io.barograph.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.ServiceTest;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service with a certificate that {@code keytool} made, set up by standard properties alone. */
class TlsTest extends ServiceTest {

    private static final String PASSWORD = "keystore password";
    private static final Path STORE = Path.of("target/tls-test.p12").toAbsolutePath();

    @DynamicPropertySource
    static void encrypt(DynamicPropertyRegistry registry) throws Exception {
        makeCertificate();
        registry.add("server.ssl.key-store", () -> "file:" + STORE);
        registry.add("server.ssl.key-store-password", () -> PASSWORD);
    }

    @Test
    void speaksTlsAndTellsBrowsersToStayWithIt() throws Exception {
        HttpResponse<String> page = secure().send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + port() + "/login"))
                                .header("Accept", "text/html")
                                .build(),
                        BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.3", "TLSv1.2");
        assertThat(page.headers().firstValue("Strict-Transport-Security").orElseThrow())
                .contains("max-age=31536000");
        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void takesKeysOverTlsAndNothingInTheClear() throws Exception {
        HttpResponse<String> me = secure().send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + port() + "/api/v1/me"))
                                .header("Authorization", "Bearer " + KeysForTests.TOKEN)
                                .build(),
                        BodyHandlers.ofString());

        assertThat(json(me).get("id").asString()).isEqualTo("api-key:test");
        assertThat(get("/api/v1/me").statusCode()).as("plain HTTP").isEqualTo(400);
    }

    private static HttpClient secure() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(STORE)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("service", store.getCertificate("barograph"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static void makeCertificate() throws Exception {
        Files.createDirectories(STORE.getParent());
        Files.deleteIfExists(STORE);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "barograph",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "30",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        STORE.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
    }
}
