package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import java.util.AbstractMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every field of the contract by name, with its attribute or processed value, as guardrails ask for them: looked up, not copied. */
final class FieldValues extends AbstractMap<String, @Nullable Object> {

    private final AccountCase account;
    private final Fields fields;

    FieldValues(AccountCase account) {
        this.account = account;
        this.fields = account.model.fields();
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && fields.named(text) != Fields.NONE;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int field = name instanceof String text ? fields.named(text) : Fields.NONE;
        return field == Fields.NONE ? null : value(field);
    }

    private @Nullable Object value(int field) {
        return fields.get(field).isIndicator() ? account.processed(field) : account.inputs.attribute(field);
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        Set<Map.Entry<String, @Nullable Object>> entries = new HashSet<>();
        for (int i = 0; i < fields.count(); i++) {
            Field field = fields.get(i);
            entries.add(new SimpleImmutableEntry<>(field.name(), value(i)));
        }
        return entries;
    }
}
