package io.barograph.engine.audit.seal;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import org.jspecify.annotations.Nullable;

/**
 * Which inputs of a data contract are sensitive. What the contract does not know counts as sensitive as soon as anything is:
 * it may be a sensitive field under a misspelt name, and no decision depends on it.
 */
public final class SensitiveFields {

    private final Contract contract;
    private final boolean any;

    public SensitiveFields(Contract contract) {
        this.contract = contract;
        this.any = contract.fields().stream().anyMatch(Field::sensitive);
    }

    public boolean isEmpty() {
        return !any;
    }

    /** @param name as a caller may write it: a name, label or physical name */
    public boolean include(String name) {
        Field field = contract.find(name);
        return field == null ? any : field.sensitive();
    }

    /** The same for a name that decisions use, which may be none of a field. */
    boolean includeField(@Nullable String name) {
        Field field = name == null ? null : contract.find(name);
        return field != null && field.sensitive();
    }
}
