package io.barograph.engine.contract;

import io.barograph.engine.text.Names;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Finds names that could mean two properties, or something else than a property. */
final class NameClashes {

    private record Owner(PropertyReader.Property property, int line) {}

    private final Findings findings;
    private final Map<String, Owner> owners = new LinkedHashMap<>();

    NameClashes(Findings findings) {
        this.findings = findings;
    }

    void check(PropertyReader.Property property, YamlMap place) {
        Set<String> folded = new LinkedHashSet<>();
        for (String name : property.names()) {
            if (folded.add(Names.fold(name))) {
                checkTwice(name, property, place);
            }
        }
        if (!property.isAccountId()) {
            checkInputHeaders(property, place);
            checkReserved(property, place);
        }
    }

    private void checkTwice(String name, PropertyReader.Property property, YamlMap place) {
        Owner owner = owners.putIfAbsent(Names.fold(name), new Owner(property, Findings.line(place.node())));
        boolean bothAccountId = owner != null && owner.property().isAccountId() && property.isAccountId();
        if (owner != null && !bothAccountId) {
            findings.error(
                    place.place("name"),
                    "`" + name + "` is ambiguous: `" + property.name() + "` and `"
                            + owner.property().name() + "` (line " + owner.line()
                            + ") both go by it; names, labels and physical names must differ");
        }
    }

    private void checkInputHeaders(PropertyReader.Property property, YamlMap place) {
        for (String name : property.names()) {
            String folded = Names.fold(name);
            if (folded.equals("account_id")) {
                findings.error(
                        place.place("name"), "`" + name + "` is the account id; mark it with `primaryKey: true`");
                return;
            }
            if (folded.equals("as_of")) {
                findings.error(
                        place.place("name"), "`" + name + "` is the as-of date of every input; give it another name");
                return;
            }
        }
    }

    private void checkReserved(PropertyReader.Property property, YamlMap place) {
        String label = property.label();
        if (ReservedNames.isVocabulary(label)) {
            findings.error(
                    place.place("businessName"),
                    "the label `" + label + "` already means a derived value in workbooks; choose another"
                            + " `businessName`");
        } else if (ReservedNames.isHeader(label)) {
            findings.error(
                    place.place("businessName"),
                    "the label `" + label + "` is a header of a table; choose another `businessName`");
        } else if (ReservedNames.isVocabulary(property.name()) || ReservedNames.isHeader(property.name())) {
            findings.notice(
                    place.place("name"),
                    "`" + property.name() + "` means something else in workbooks; write `" + label + "` there");
        }
    }
}
