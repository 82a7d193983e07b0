package io.barograph.engine.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    /** Written by {@code openssl genpkey -algorithm ed25519} for this test alone. */
    private static final String PRIVATE = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIF6pMmS9OgrNbRjQ52LNj6yLsupzlwxnEN3r8JyOmmAq
            -----END PRIVATE KEY-----
            """;

    /** What {@code openssl pkey -pubout} makes of it. */
    private static final String PUBLIC = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAgOlM52TXU/VjEtddKE1AFtJTOK46cbcVHjlejdjRBoU=
            -----END PUBLIC KEY-----
            """;

    @Test
    void findsThePublicKeyOfAKeyThatOpensslMade() {
        SigningKey key = SigningKey.ofPem("log.example", PRIVATE);

        assertThat(key.verifierKey()).isEqualTo(VerifierKey.ofPem("log.example", PUBLIC));
        assertThat(key.verifierKey().pem()).isEqualTo(PUBLIC);
        assertThat(key.pem()).isEqualTo(PRIVATE);
    }

    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + " d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + " 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + " fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
    })
    void findsThePublicKeysOfRfc8032(String seed, String publicKey) {
        assertThat(EdwardsPoint.publicKeyOf(HexFormat.of().parseHex(seed)))
                .asHexString()
                .isEqualToIgnoringCase(publicKey);
    }

    @Test
    void findsTheSamePublicKeyAsTheGeneratorDoes() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        for (int i = 0; i < 50; i++) {
            SigningKey made = SigningKey.of("log", generator.generateKeyPair());
            assertThat(SigningKey.ofPem("log", made.pem()).verifierKey()).isEqualTo(made.verifierKey());
        }
    }

    @Test
    void readsAKeyWithWindowsLineEndsAndTextAroundIt() {
        String file = "signing key of the log\r\n" + PRIVATE.replace("\n", "\r\n") + "keep it safe\r\n";
        assertThat(SigningKey.ofPem("log", file).pem()).isEqualTo(PRIVATE);
    }

    @Test
    void refusesPairsThatDoNotBelongTogether() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        KeyPair mixed = new KeyPair(
                generator.generateKeyPair().getPublic(),
                generator.generateKeyPair().getPrivate());

        assertThatThrownBy(() -> SigningKey.of("log", mixed))
                .hasMessageStartingWith("the private key does not belong to the public key `log+");
    }

    @Test
    void refusesOtherKeys() throws Exception {
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String pem = Pem.encode(Pem.PRIVATE_KEY, rsa.getPrivate().getEncoded());

        assertThatThrownBy(() -> SigningKey.ofPem("log", pem))
                .hasMessage("the key is no Ed25519 private key; `openssl genpkey -algorithm ed25519` makes one");
        assertThatThrownBy(() -> SigningKey.ofPem("log", PUBLIC))
                .hasMessage("the PEM file holds `PUBLIC KEY`, but should hold `PRIVATE KEY`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aq\n", "mmAq\n"})
    void saysNothingOfADamagedKey(String cut) {
        String damaged = PRIVATE.replace(cut, "A\n");

        assertThatThrownBy(() -> SigningKey.ofPem("log", damaged))
                .hasMessage("the PEM block `PRIVATE KEY` does not hold canonical Base64")
                .hasNoCause();
    }

    @Test
    void neverShowsItself() {
        SigningKey key = SigningKey.ofPem("log.example", PRIVATE);
        SignedNote note = SignedNote.sign("hello\n", List.of(key));

        assertThat(key.toString()).isEqualTo("signing key of " + key.verifierKey());
        assertThat(note.toString().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        assertThat(key.toString() + note)
                .doesNotContain(PRIVATE.lines().toList().get(1).substring(20));
    }
}
