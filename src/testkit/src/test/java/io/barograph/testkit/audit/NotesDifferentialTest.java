package io.barograph.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.merkle.MerkleHash;
import io.barograph.engine.audit.note.Checkpoint;
import io.barograph.engine.audit.note.SignedNote;
import io.barograph.engine.audit.note.SigningKey;
import io.barograph.engine.audit.note.Verification;
import io.barograph.engine.audit.note.VerifierKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two readings of signed notes and checkpoints: they believe the same notes of those bent at random. */
class NotesDifferentialTest {

    private static final int NOTES = 1_500;

    private static final List<String> SCRAPS = List.of(
            "\n", "\n\n", "—", "— ", " ", "=", "A", "0", "+", "\u00a0", "\t", "\r", "\u0000", "\u007f", "é", "🙂");

    private final Random random = new Random(20_260_102);

    @Test
    void believeTheSameNotes() throws Exception {
        List<SigningKey> keys = keys();
        int believed = 0;
        for (int i = 0; i < NOTES; i++) {
            byte[] note = bent(SignedNote.sign(text(), some(keys)).toString());
            List<VerifierKey> known =
                    some(keys).stream().map(SigningKey::verifierKey).toList();

            Set<String> signers = byEngine(note, known);
            assertThat(byReference(note, known))
                    .as("%s by %s", new String(note, StandardCharsets.UTF_8), known)
                    .isEqualTo(signers);
            believed += signers.isEmpty() ? 0 : 1;
        }
        assertThat(believed).isBetween(NOTES / 10, NOTES * 9 / 10);
    }

    @Test
    void readTheSameCheckpoints() {
        int read = 0;
        for (int i = 0; i < NOTES; i++) {
            Checkpoint made = new Checkpoint(
                    "log.example",
                    random.nextInt(4) == 0 ? 0 : random.nextLong() >>> (1 + random.nextInt(63)),
                    MerkleHash.leaf(new byte[] {(byte) i}),
                    random.nextInt(4) == 0 ? List.of("extension") : List.of());
            String text = new String(bent(made.text()), StandardCharsets.UTF_8);

            List<Object> byEngine = checkpointByEngine(text);
            assertThat(checkpointByReference(text)).as(text).isEqualTo(byEngine);
            read += byEngine.isEmpty() ? 0 : 1;
        }
        assertThat(read).isBetween(NOTES / 10, NOTES * 9 / 10);
    }

    private static Set<String> byEngine(byte[] note, List<VerifierKey> known) {
        try {
            Verification verification = SignedNote.parse(note).verify(known);
            return verification.valid()
                    ? verification.verified().stream()
                            .map(VerifierKey::toString)
                            .collect(Collectors.toSet())
                    : Set.of();
        } catch (IllegalArgumentException e) {
            return Set.of();
        }
    }

    private static Set<String> byReference(byte[] note, List<VerifierKey> known) {
        try {
            return ReferenceNote.verified(
                            note, known.stream().map(VerifierKey::toString).collect(Collectors.toSet()))
                    .signers();
        } catch (ReferenceNote.Refused e) {
            return Set.of();
        }
    }

    private static List<Object> checkpointByEngine(String text) {
        try {
            Checkpoint read = Checkpoint.parse(text);
            return List.of(
                    read.origin(), BigInteger.valueOf(read.size()), read.root().base64());
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** The reference knows no largest size, and leaves control characters to the note. */
    private static List<Object> checkpointByReference(String text) {
        try {
            ReferenceCheckpoint read = ReferenceCheckpoint.of(text);
            boolean allowed = read.size().bitLength() < 64 && text.chars().allMatch(c -> c == '\n' || c >= ' ');
            return allowed ? List.of(read.origin(), read.size(), read.root()) : List.of();
        } catch (ReferenceNote.Refused e) {
            return List.of();
        }
    }

    private byte[] bent(String text) {
        StringBuilder bent = new StringBuilder(text);
        int place = random.nextInt(text.length());
        switch (random.nextInt(6)) {
            case 0 -> bent.insert(place, SCRAPS.get(random.nextInt(SCRAPS.size())));
            case 1 -> bent.delete(place, Math.min(text.length(), place + 1 + random.nextInt(3)));
            case 2 -> bent.insert(place, text.substring(random.nextInt(place + 1), place));
            case 3 -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                return bytes;
            }
            default -> {}
        }
        return bent.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int lines = 1 + random.nextInt(4); lines > 0; lines--) {
            text.append(List.of("", "log.example", "— line 1", "größe 🙂").get(random.nextInt(4)))
                    .append('\n');
        }
        return text.toString();
    }

    private List<SigningKey> some(List<SigningKey> keys) {
        List<SigningKey> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 1 + random.nextInt(keys.size()));
    }

    private static List<SigningKey> keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        List<SigningKey> keys = new ArrayList<>();
        for (String name : List.of("log.example", "log.example", "witness.example")) {
            keys.add(SigningKey.of(name, generator.generateKeyPair()));
        }
        return keys;
    }
}
