package io.barograph.service.security;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;

/** Why a request is not let through, for callers who are signed in. */
public sealed interface Refusal extends AuthorizationResult {

    /** What stands for no refusal. */
    AuthorizationResult NONE = new AuthorizationDecision(true);

    @Override
    default boolean isGranted() {
        return false;
    }

    /** @param address as it was asked for */
    Problem problem(String method, String address);

    /**
     * The table of rights has no line for it.
     *
     * @param methods that the address does take
     */
    @SuppressWarnings("serial") // sets of the JDK
    record NoSuchCall(Set<String> methods) implements Refusal {

        public NoSuchCall {
            methods = Set.copyOf(methods);
        }

        @Override
        public Problem problem(String method, String address) {
            if (methods.isEmpty()) {
                return new Problem(
                        ProblemType.NOT_FOUND,
                        "there is nothing at `" + address + "`; `/v3/api-docs` lists what there is");
            }
            return new Problem(
                            ProblemType.METHOD_NOT_ALLOWED,
                            "`" + address + "` does not take `" + method + "`; it takes " + listed("`"))
                    .header("Allow", listed(""));
        }

        private String listed(String quote) {
            return methods.stream()
                    .sorted()
                    .map(method -> quote + method + quote)
                    .collect(Collectors.joining(", "));
        }
    }

    /** Another role is needed. */
    record NotYourRole(Right right) implements Refusal {
        @Override
        public Problem problem(String method, String address) {
            return new Problem(
                    ProblemType.FORBIDDEN,
                    "this call is for the role "
                            + right.roles().stream()
                                    .map(role -> "`" + role.label() + "`")
                                    .collect(Collectors.joining(" or "))
                            + "; `/api/v1/me` tells yours");
        }
    }

    /** The role would have to hold in all segments. */
    record NotYourSegments() implements Refusal {
        @Override
        public Problem problem(String method, String address) {
            return new Problem(
                    ProblemType.FORBIDDEN,
                    "this call is about all segments, and your roles hold in some only; `/api/v1/me` tells which");
        }
    }
}
