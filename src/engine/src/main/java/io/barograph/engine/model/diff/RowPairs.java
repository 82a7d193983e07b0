package io.barograph.engine.model.diff;

import io.barograph.engine.model.parse.TableContent.CellContent;
import io.barograph.engine.model.parse.TableContent.Role;
import io.barograph.engine.model.parse.TableContent.RowContent;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which row of the newer table is which row of the older one: by Rule ID; what is left by equal content, since a Rule ID
 * may have been changed; rows without a Rule ID by what they are about, and in the end by their conditions.
 */
public final class RowPairs {

    private final List<RowContent> old;
    private final List<RowContent> now;
    private final Map<RowContent, RowContent> oldOf = new HashMap<>();
    private final Set<RowContent> paired = new HashSet<>();

    public RowPairs(List<RowContent> old, List<RowContent> now) {
        this.old = old;
        this.now = now;
        pair(row -> row.ruleId() == null ? null : Names.fold(row.ruleId()), false);
        pair(row -> key(row, EnumSet.complementOf(EnumSet.of(Role.RULE_ID, Role.NOTE))), false);
        pair(row -> key(row, EnumSet.of(Role.SUBJECT)), true);
        pair(row -> key(row, EnumSet.of(Role.CONDITION)), true);
    }

    /** The row it was; null for a new row. */
    public @Nullable RowContent before(RowContent row) {
        return oldOf.get(row);
    }

    /** Rows of the older table that are gone. */
    public List<RowContent> removed() {
        return old.stream().filter(row -> !paired.contains(row)).toList();
    }

    /**
     * Pairs rows of equal keys in their order; a null key pairs with nothing.
     *
     * @param unnamed whether only rows of which one has no Rule ID can be the same: two with Rule IDs of their own never are
     */
    private void pair(Function<RowContent, @Nullable Object> key, boolean unnamed) {
        Map<Object, List<RowContent>> candidates = new HashMap<>();
        for (RowContent row : old) {
            Object name = paired.contains(row) ? null : key.apply(row);
            if (name != null) {
                candidates.computeIfAbsent(name, any -> new ArrayList<>()).add(row);
            }
        }
        for (RowContent row : now) {
            Object name = oldOf.containsKey(row) ? null : key.apply(row);
            List<RowContent> found = name == null ? List.of() : candidates.getOrDefault(name, List.of());
            found.stream()
                    .filter(before -> !unnamed || before.ruleId() == null || row.ruleId() == null)
                    .findFirst()
                    .ifPresent(before -> {
                        found.remove(before);
                        oldOf.put(row, before);
                        paired.add(before);
                    });
        }
    }

    private static @Nullable Object key(RowContent row, Set<Role> roles) {
        List<String> key = new ArrayList<>();
        for (CellContent cell : row.cells()) {
            if (roles.contains(cell.role())) {
                key.add(cell.column() + '\n' + Names.fold(cell.text()));
            }
        }
        key.sort(null);
        return key.isEmpty() ? null : key;
    }
}
