package io.barograph.service.security;

import io.barograph.service.security.Right.Segments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The one table of who may call what: {@code security/rights.txt}. What has no line there is refused. */
@Component
public class Rights {

    private static final String ANYONE = "anyone";
    private static final List<String> COLUMNS =
            List.of("call", "author", "approver", "operator", "decider", "csm", "auditor", "segments");

    private final List<Right> rights;

    Rights(@Value("classpath:security/rights.txt") Resource table) throws IOException {
        this.rights =
                read(table.getContentAsString(StandardCharsets.UTF_8).lines().toList());
    }

    /** As they stand in the table. */
    public List<Right> all() {
        return rights;
    }

    /** The line of a call; of those that match its address the most specific one counts. */
    Optional<Right> of(String method, PathContainer path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        return matching(path).stream()
                .filter(right -> right.method().equals(wanted))
                .findFirst();
    }

    /** What an address takes, whoever asks. */
    Set<String> methods(PathContainer path) {
        return matching(path).stream().map(Right::method).collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private List<Right> matching(PathContainer path) {
        List<Right> matching = new ArrayList<>();
        Optional<PathPattern> best = rights.stream()
                .map(Right::path)
                .filter(pattern -> pattern.matches(path))
                .min(PathPattern.SPECIFICITY_COMPARATOR);
        best.ifPresent(pattern ->
                rights.stream().filter(right -> right.path().equals(pattern)).forEach(matching::add));
        return matching;
    }

    static List<Right> read(List<String> lines) {
        List<Right> rights = new ArrayList<>();
        boolean headed = false;
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.strip().split("\\s+"));
            if (!headed) {
                require(cells.equals(COLUMNS), line);
                headed = true;
            } else {
                rights.add(right(cells, line));
            }
        }
        return List.copyOf(rights);
    }

    private static Right right(List<String> cells, String line) {
        PathPattern path = PathPatternParser.defaultInstance.parse(cells.get(1));
        if (cells.size() == 3 && cells.get(2).equals(ANYONE)) {
            return new Right(cells.get(0), path, true, Set.of(), Segments.ANY);
        }
        require(cells.size() == COLUMNS.size() + 1, line);
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (int i = 1; i < COLUMNS.size() - 1; i++) {
            String cell = cells.get(i + 1);
            require(cell.equals("yes") || cell.equals("-"), line);
            if (cell.equals("yes")) {
                roles.add(Role.of(COLUMNS.get(i)).orElseThrow());
            }
        }
        return new Right(cells.get(0), path, false, roles, Segments.of(cells.get(COLUMNS.size())));
    }

    private static void require(boolean good, String line) {
        if (!good) {
            throw new IllegalStateException("the table of rights cannot be read at `" + line + "`");
        }
    }
}
