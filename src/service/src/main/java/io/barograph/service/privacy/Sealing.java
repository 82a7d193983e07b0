package io.barograph.service.privacy;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.compact.NewRecord;
import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.seal.DataKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals what is sensitive before anything is kept. */
@Component
public class Sealing {

    private static final char AFTER_KEY = ':';

    /**
     * A record as it is kept.
     *
     * @param key that it was sealed with, to be kept with it; null when nothing in it is sensitive
     * @param tellsAll whether nothing of the decision itself is sealed, so that it may be told as it is
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    public record Kept(byte[] bytes, @Nullable AccountKey key, boolean tellsAll) {}

    /**
     * A record as it is to be kept.
     *
     * @param model that decided
     */
    public Kept seal(RecordModel model, DecisionRecord record, KeyRing ring) {
        NewRecord written = model.write(record);
        if (written.isOpen()) {
            return new Kept(written.bytes(), null, true);
        }
        AccountKey key = ring.sealing(record.snapshot().accountId());
        return new Kept(written.sealed(key.key(), Sealed.nonce()), key, written.tellsAll());
    }

    /**
     * A text that stands by itself in the database: {@code <key id>:<base64>}.
     *
     * @param bound where it stands, so that it opens nowhere else
     */
    public String seal(DataKey key, String bound, String text) {
        byte[] sealed = Sealed.seal(key, utf8(bound), utf8(text));
        return key.id() + AFTER_KEY + Base64.getEncoder().encodeToString(sealed);
    }

    /**
     * The text again; empty when its key was erased.
     *
     * @throws IllegalArgumentException when it was changed, or stood elsewhere
     */
    public Optional<String> open(KeyRing ring, String bound, String sealed) {
        int colon = sealed.indexOf(AFTER_KEY);
        if (colon < 0) {
            throw new IllegalArgumentException("a sealed text names no key");
        }
        return ring.find(sealed.substring(0, colon))
                .map(key -> Sealed.open(key, utf8(bound), Base64.getDecoder().decode(sealed.substring(colon + 1))))
                .map(text -> new String(text, StandardCharsets.UTF_8));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
