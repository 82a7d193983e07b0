package io.barograph.engine.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;

    private static final String PETER_LINE = "— PeterNeumann"
            + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    /** The example of golang.org/x/mod/sumdb/note. */
    private static final String NOTE = TEXT + "\n" + PETER_LINE;

    private static final VerifierKey PETER =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

    private final SigningKey log = newKey("log.example/health");
    private final SigningKey next = newKey("log.example/health");

    @Test
    void verifiesThePublishedNote() {
        SignedNote note = SignedNote.parse(NOTE);

        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.signers()).containsExactly("PeterNeumann+c74f20a3");
        assertThat(note.verify(List.of(PETER))).isEqualTo(new Verification(List.of(PETER), List.of()));
        assertThat(note.verify(List.of(PETER)).valid()).isTrue();
        assertThat(note).hasToString(NOTE).isEqualTo(SignedNote.parse(NOTE.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void failsAnAlteredText() {
        Verification altered = SignedNote.parse(NOTE.replace("don't", "do")).verify(List.of(PETER));

        assertThat(altered).isEqualTo(new Verification(List.of(), List.of(PETER)));
        assertThat(altered.valid()).isFalse();
    }

    @Test
    void verifiesWhatItSigned() {
        SignedNote note = SignedNote.sign("a\n\nb\n", List.of(log, next));
        SignedNote read = SignedNote.parse(note.toString());

        assertThat(read.text()).isEqualTo("a\n\nb\n");
        assertThat(read.verify(List.of(next.verifierKey(), log.verifierKey())).verified())
                .containsExactly(log.verifierKey(), next.verifierKey());
    }

    @Test
    void ignoresSignaturesOfUnknownKeys() {
        SignedNote note = SignedNote.sign(TEXT, List.of(log, next));

        assertThat(note.verify(List.of()).valid()).isFalse();
        assertThat(note.verify(List.of(PETER)).valid()).isFalse();
        assertThat(note.verify(List.of(PETER, next.verifierKey())).verified()).containsExactly(next.verifierKey());
        VerifierKey renamed =
                VerifierKey.ofPem("other.example", log.verifierKey().pem());
        assertThat(note.verify(List.of(renamed))).isEqualTo(new Verification(List.of(), List.of()));
    }

    @Test
    void isInvalidWhenOneSignatureOfAKnownKeyFails() {
        SignedNote other = SignedNote.sign("other\n", List.of(log));
        String forged = other.toString().lines().toList().get(2) + "\n";

        Verification verification = SignedNote.parse(NOTE + forged).verify(List.of(PETER, log.verifierKey()));

        assertThat(verification).isEqualTo(new Verification(List.of(PETER), List.of(log.verifierKey())));
        assertThat(verification.valid()).isFalse();
        assertThat(SignedNote.parse(NOTE + forged).verify(List.of(PETER)).valid())
                .isTrue();
    }

    @Test
    void failsASignatureOfAnotherLength() {
        String cut = TEXT + "\n— PeterNeumann x08go/ZJ\n";
        assertThat(SignedNote.parse(cut).verify(List.of(PETER)).failed()).containsExactly(PETER);
    }

    /** RFC 8032, section 5.1.7: the second half of a signature is below the order of the group, or anyone could write another. */
    @Test
    void failsTheSecondSpellingOfASignature() {
        BigInteger order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] bytes = Base64.getDecoder().decode(PETER_LINE.strip().split(" ")[2]);
        BigInteger scalar = BigInteger.ZERO;
        for (int i = bytes.length - 1; i >= 36; i--) {
            scalar = scalar.shiftLeft(8).or(BigInteger.valueOf(bytes[i] & 0xff));
        }
        BigInteger other = scalar.add(order);
        for (int i = 36; i < bytes.length; i++) {
            bytes[i] = other.shiftRight(8 * (i - 36)).byteValue();
        }
        String line = "— PeterNeumann " + Base64.getEncoder().encodeToString(bytes) + "\n";

        assertThat(SignedNote.parse(TEXT + "\n" + line).verify(List.of(PETER)).failed())
                .containsExactly(PETER);
    }

    @Test
    void noticesEveryChangeOfAByte() {
        byte[] note = NOTE.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(8032);
        for (int i = 0; i < note.length; i++) {
            byte[] changed = note.clone();
            changed[i] ^= (byte) (1 << random.nextInt(8));
            assertThat(isBelieved(changed)).as("byte %d", i).isFalse();
        }
        assertThat(isBelieved(note)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n\n",
                "\n\n",
                "text\n\n— name AAAAAAA=",
                "text\n\n- name AAAAAAA=\n",
                "text\n\n—name AAAAAAA=\n",
                "text\n\n— name  AAAAAAA=\n",
                "text\n\n— name AAAAAAA= \n",
                "text\n\n— name AAAAAAA=\n\n",
                "text\n\n— name AAAAAA==\n",
                "text\n\n— name AAAAAAB=\n",
                "text\n\n— name AAAAAAA\n",
                "text\n\n— name !!!!\n",
                "text\n\n— na+me AAAAAAA=\n",
                "text\n\n— na\u00a0me AAAAAAA=\n",
                "text\n\n—  AAAAAAA=\n",
                "te\rxt\n\n— name AAAAAAA=\n",
                "te\txt\n\n— name AAAAAAA=\n",
                "te\u0000xt\n\n— name AAAAAAA=\n",
                "te\ud800xt\n\n— name AAAAAAA=\n"
            })
    void refusesWhatIsNoSignedNote(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsNotesAtTheEdgeOfTheFormat() {
        assertThat(SignedNote.parse("\n\n— name AAAAAAA=\n").text()).isEqualTo("\n");
        assertThat(SignedNote.parse("a\n\n\n— name AAAAAAA=\n").text()).isEqualTo("a\n\n");
        assertThat(SignedNote.parse("a\u007f\u0085\n\n— name AAAAAAA=\n").text())
                .isEqualTo("a\u007f\u0085\n");
    }

    @Test
    void readsSixteenSignaturesAndNoMore() {
        String line = "— name AAAAAAA=\n";
        assertThat(SignedNote.parse("text\n\n" + line.repeat(16)).signers()).hasSize(16);
        assertThatThrownBy(() -> SignedNote.parse("text\n\n" + line.repeat(17)))
                .hasMessage("a note should have 1 to 16 signatures, but has 17");
    }

    @Test
    void refusesBytesThatAreNotUtf8AndNotesTooLong() {
        byte[] note = NOTE.getBytes(StandardCharsets.UTF_8);
        note[3] = (byte) 0xff;
        assertThatThrownBy(() -> SignedNote.parse(note)).hasMessage("a signed note should be UTF-8, but is not");
        assertThatThrownBy(() -> SignedNote.parse("a".repeat(1_000_000) + NOTE))
                .hasMessage("a signed note should have at most 1000000 characters");
    }

    @Test
    void signsOnlyWhatANoteCanHold() {
        assertThatThrownBy(() -> SignedNote.sign("no newline", List.of(log)))
                .hasMessage("a note should end with a newline");
        assertThatThrownBy(() -> SignedNote.sign("tab\t\n", List.of(log)))
                .hasMessage("a note must not have the character U+0009");
        assertThatThrownBy(() -> SignedNote.sign(TEXT, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignedNote.sign(TEXT, Collections.nCopies(17, log)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean isBelieved(byte[] note) {
        try {
            return SignedNote.parse(note).verify(List.of(PETER)).valid();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static SigningKey newKey(String name) {
        try {
            return SigningKey.of(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
