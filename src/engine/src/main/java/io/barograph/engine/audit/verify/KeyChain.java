package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.note.VerifierKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * The keys of a log, from the first to the last, and where each took over from the one before.
 *
 * @param keys as vkeys, at least one
 * @param changes indexes of the records that changed the key, ascending, one fewer than there are keys
 * @param proven whether records tell it; else the keys are those that the file lists, and where they changed is not known
 */
record KeyChain(List<String> keys, List<Long> changes, boolean proven) {

    KeyChain {
        keys = List.copyOf(keys);
        changes = List.copyOf(changes);
    }

    /** Keys that a file lists, when none of its records is proven. */
    static KeyChain listed(List<String> keys) {
        return new KeyChain(keys, List.of(), false);
    }

    /** Who must have signed the checkpoint of a size, in order. */
    List<String> signersOf(long size) {
        int before = 0;
        while (before < changes.size() && changes.get(before) + 1 < size) {
            before++;
        }
        boolean changing = before < changes.size() && changes.get(before) + 1 == size;
        return changing ? keys.subList(before, before + 2) : keys.subList(before, before + 1);
    }

    /** Whether the keys that had to sign checkpoints of these sizes did, and no others. */
    boolean isSignedProperly(SignedRun run) {
        if (!proven) {
            return !run.signers().isEmpty() && keys.containsAll(run.signers());
        }
        return run.signers().equals(signersOf(run.first())) && run.signers().equals(signersOf(run.last()));
    }

    /** The keys of a log that has grown to a size. */
    List<String> upTo(long size) {
        int count = 1;
        while (count <= changes.size() && changes.get(count - 1) < size) {
            count++;
        }
        return keys.subList(0, count);
    }

    /**
     * The keys that trust reaches.
     *
     * @param given keys that are trusted from the start
     * @param vouched whether the change at an index has its checkpoint, signed by both keys
     */
    Set<String> reached(Set<VerifierKey> given, LongPredicate vouched) {
        Set<String> reached = new HashSet<>();
        boolean trusted = false;
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            boolean isGiven = given.stream().anyMatch(one -> one.toString().equals(key));
            trusted = isGiven || (proven && trusted && vouched.test(changes.get(i - 1)));
            if (trusted) {
                reached.add(key);
            }
        }
        return reached;
    }

    /** Builds a chain, telling what does not fit. */
    static final class Builder {

        private final List<String> keys = new ArrayList<>();
        private final List<Long> changes = new ArrayList<>();

        Builder(String first) {
            keys.add(first);
        }

        /** @return whether the change starts from the key before it */
        boolean change(long index, String from, String to) {
            boolean fits = keys.get(keys.size() - 1).equals(from);
            keys.add(to);
            changes.add(index);
            return fits;
        }

        KeyChain build() {
            return new KeyChain(keys, changes, true);
        }
    }
}
