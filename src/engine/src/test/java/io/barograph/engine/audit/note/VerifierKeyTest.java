package io.barograph.engine.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierKeyTest {

    /** The example of golang.org/x/mod/sumdb/note. */
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    /** The key that the go command trusts for its checksum database. */
    private static final String SUM = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";

    @ParameterizedTest
    @ValueSource(strings = {PETER, SUM})
    void readsAndWritesPublishedKeys(String vkey) {
        VerifierKey key = VerifierKey.parse(vkey);

        assertThat(key).hasToString(vkey);
        assertThat(key.name()).isEqualTo(vkey.substring(0, vkey.indexOf('+')));
        assertThat(VerifierKey.ofPem(key.name(), key.pem())).isEqualTo(key).hasSameHashCodeAs(key);
    }

    @Test
    void hasTheKeyIdOfItsNameAndBytes() {
        assertThat(VerifierKey.parse(PETER).id()).isEqualTo(0xc74f20a3);
        assertThat(VerifierKey.ofPem("EnochRoot", VerifierKey.parse(PETER).pem())
                        .id())
                .isNotEqualTo(0xc74f20a3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
                "PeterNeumann+c74f20a3+ARpc"
            })
    void refusesAnythingElse(String vkey) {
        assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhyAKeyIsRefused() {
        assertThatThrownBy(() -> VerifierKey.parse(PETER.replace("20a3", "20a4")))
                .hasMessage("the verifier key `PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW`"
                        + " has the ID c74f20a4, but its name and bytes give c74f20a3");
        assertThatThrownBy(() -> VerifierKey.ofPem("log", "hello"))
                .hasMessage("no PEM block found; the key should start with `-----BEGIN PUBLIC KEY-----`");
        assertThatThrownBy(() -> VerifierKey.ofPem(
                        "log", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n"))
                .hasMessage("the PEM file holds `ENCRYPTED PRIVATE KEY`, but should hold `PUBLIC KEY`"
                        + " (decrypt it first)");
        assertThatThrownBy(
                        () -> VerifierKey.ofPem("log", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"))
                .hasMessage("the key is no Ed25519 public key");
    }

    @Test
    void refusesKeysOfOtherKinds() throws Exception {
        KeyPairGenerator ed448 = KeyPairGenerator.getInstance("Ed448");
        assertThatThrownBy(() -> VerifierKey.of("log", ed448.generateKeyPair().getPublic()))
                .hasMessage("the key is no Ed25519 public key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\u00a0b", "a\u2028b", "a\u0085b", "a\nb", "a\tb", "a\u0001b", "\ud800"})
    void refusesNamesTheFormatCannotHold(String name) {
        String pem = VerifierKey.parse(PETER).pem();
        assertThatThrownBy(() -> VerifierKey.ofPem(name, pem)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void acceptsNamesOfAnyLanguage() {
        String pem = VerifierKey.parse(PETER).pem();
        VerifierKey key = VerifierKey.ofPem("barómetro.example/記録", pem);
        assertThat(VerifierKey.parse(key.toString())).isEqualTo(key);
    }
}
