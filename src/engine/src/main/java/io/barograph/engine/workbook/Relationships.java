package io.barograph.engine.workbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The links from one part of the package, or from the package itself, to others (ECMA-376 part 2, 6.5). */
record Relationships(List<Link> links) {

    private static final Pattern ABSOLUTE = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*:|//|\\\\\\\\)");

    /**
     * @param type the last step of the type's name, for example {@code worksheet}; the same in strict files
     * @param target the part's name, or an address when external
     */
    record Link(String id, String type, String target, boolean external) {}

    Relationships {
        links = List.copyOf(links);
    }

    /** @param source a part's name, or empty for the package; a part without links has none */
    static Relationships of(Archive archive, XmlParts parts, String source) throws RefusedException {
        int name = source.lastIndexOf('/') + 1;
        String part = source.substring(0, name) + "_rels/" + source.substring(name) + ".rels";
        return archive.has(part) ? read(parts, part) : new Relationships(List.of());
    }

    /** @param part a part named {@code folder/_rels/source.rels} */
    static Relationships read(XmlParts parts, String part) throws RefusedException {
        List<Link> links = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        String folder = part.substring(0, part.lastIndexOf('/') + 1).replaceFirst("(?i)_rels/$", "");
        parts.read(part, "Relationships", xml -> {
            int all = xml.depth();
            while (xml.nextChild(all)) {
                Link link = link(xml, folder);
                if (!ids.add(link.id())) {
                    throw RefusedException.unreadable("the list of links " + RefusedException.quoted(part)
                            + " uses the id " + RefusedException.quoted(link.id()) + " twice");
                }
                links.add(link);
            }
        });
        return new Relationships(links);
    }

    private static Link link(XmlCursor xml, String folder) throws RefusedException {
        String type = xml.attribute("Type", "");
        String target = xml.attribute("Target", "").strip();
        boolean external = xml.attribute("TargetMode", "").strip().equalsIgnoreCase("External")
                || ABSOLUTE.matcher(target).find();
        return new Link(
                xml.attribute("Id", ""),
                type.substring(type.lastIndexOf('/') + 1),
                external ? target : resolve(folder, target),
                external);
    }

    private static String resolve(String folder, String target) throws RefusedException {
        String path = target.startsWith("/") ? target.substring(1) : folder + target;
        int fragment = path.indexOf('#');
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (fragment < 0 ? path : path.substring(0, fragment)).split("/")) {
            if (EntryNames.decoded(step).equals("..")) {
                if (steps.pollLast() == null) {
                    throw RefusedException.forbidden(
                            "the link to " + RefusedException.quoted(target) + " points outside the workbook",
                            "do not use this file; ask its sender where it comes from");
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    Optional<Link> byId(String id) {
        return links.stream().filter(link -> link.id().equals(id)).findFirst();
    }

    /** The only link of a type. Which one of several counts, programs would not agree about. */
    Optional<Link> onlyOf(String type) throws RefusedException {
        List<Link> found =
                links.stream().filter(link -> link.type().equals(type)).toList();
        if (found.size() > 1) {
            throw RefusedException.unreadable("the file names " + found.size() + " parts as its "
                    + RefusedException.quoted(type) + ", of which there is one");
        }
        return found.stream().findFirst();
    }
}
