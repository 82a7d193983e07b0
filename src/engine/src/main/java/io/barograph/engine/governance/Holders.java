package io.barograph.engine.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who has a right: everybody with one of some roles, and some people by name. */
public record Holders(SortedSet<String> roles, SortedSet<String> people) {

    /** How a person is told from a role where both are listed. */
    static final String PERSON = "person:";

    public Holders {
        roles = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        people = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(people));
    }

    boolean include(Actor actor) {
        return people.contains(actor.person()) || roles.stream().anyMatch(actor.roles()::contains);
    }

    /** For messages: {@code `approver` or `person:jo`}. */
    String words() {
        List<String> all = new ArrayList<>(roles);
        people.forEach(one -> all.add(PERSON + one));
        return all.isEmpty() ? "nobody" : "`" + String.join("` or `", all) + "`";
    }
}
