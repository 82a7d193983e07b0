package io.barograph.engine.contract;

import io.barograph.engine.text.Names;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data contract of a model: every attribute and indicator it may see, in contract order.
 */
public final class Contract {

    private static final String ACCOUNT_ID = "account_id";

    private final String version;
    private final List<Field> fields;
    private final List<String> accountIdNames;
    private final Set<String> foldedAccountIdNames = new TreeSet<>();
    private final Map<String, Field> byFoldedName = new LinkedHashMap<>();
    private final Map<String, Field> byName = new LinkedHashMap<>();

    /** @param accountIdNames names, labels and physical names of the contract's primary key, besides {@code account_id} */
    public Contract(String version, List<Field> fields, Collection<String> accountIdNames) {
        this.version = version;
        this.fields = List.copyOf(fields);
        this.accountIdNames = Stream.concat(Stream.of(ACCOUNT_ID), accountIdNames.stream())
                .distinct()
                .toList();
        this.accountIdNames.forEach(name -> foldedAccountIdNames.add(Names.fold(name)));
        for (Field field : fields) {
            byName.put(field.name(), field);
            byFoldedName.putIfAbsent(Names.fold(field.name()), field);
        }
        for (Field field : fields) {
            byFoldedName.putIfAbsent(Names.fold(field.label()), field);
        }
        for (Field field : fields) {
            if (field.physicalName() != null) {
                byFoldedName.putIfAbsent(Names.fold(field.physicalName()), field);
            }
        }
    }

    public String version() {
        return version;
    }

    /** Headers accepted for the account id, {@code account_id} first. */
    public List<String> accountIdNames() {
        return accountIdNames;
    }

    /** The same as they compare, sorted. */
    Set<String> foldedAccountIdNames() {
        return Collections.unmodifiableSet(foldedAccountIdNames);
    }

    /**
     * Everything the contract says, in one form however its file is laid out: one line a property of a field, in fixed
     * order, texts quoted as in JSON, numbers plain, what is not set left out. Fields keep the contract's order. Equal
     * contracts have equal texts, so a digest may cover it.
     */
    public String canonical() {
        return CanonicalContract.of(this);
    }

    public List<Field> fields() {
        return fields;
    }

    /** By exact name, the fast way. */
    public @Nullable Field named(String name) {
        return byName.get(name);
    }

    /** By name, label or physical name, however it is written. */
    public @Nullable Field find(String text) {
        Field exact = byName.get(text);
        return exact != null ? exact : byFoldedName.get(Names.fold(text));
    }

    /** Whether a CSV header names the account id. */
    public boolean isAccountId(String header) {
        return foldedAccountIdNames.contains(Names.fold(header));
    }
}
