package io.barograph.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Does something to a version, and says why. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ModelsMoveCommand implements Callable<Integer> {

    /** What can be done. */
    enum Kind {
        SUBMIT("Ask for approvals of a draft that was simulated."),
        APPROVE("Approve a version; its authors may not."),
        REJECT("Reject a version, for good."),
        ACTIVATE("Let a version decide, all accounts or with --share a part of them."),
        ROLLBACK("Let a version decide again that decided earlier, or take a canary back."),
        SHADOW("Let a version decide silently beside the active one."),
        END_SHADOW("End that."),
        RETIRE("Withdraw a version that does not decide.");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Console console;
    private final Kind kind;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "VERSION", description = "Its number or digest.")
    private String version = "";

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why; it is kept for good.")
    private String why = "";

    @Option(
            names = "--share",
            paramLabel = "PERCENT",
            description = "Of the accounts, 1 to 99: a canary (activate only).")
    private @Nullable Integer share;

    @Mixin
    private ServiceAddress service = new ServiceAddress();

    @Mixin
    private FormatOption format = new FormatOption();

    ModelsMoveCommand(Console console, Kind kind) {
        this.console = console;
        this.kind = kind;
    }

    @Override
    public Integer call() throws IOException {
        if (share != null && kind != Kind.ACTIVATE) {
            throw new ParameterException(spec.commandLine(), "only `activate` takes `--share`");
        }
        ServiceClient.Answer answer = kind == Kind.END_SHADOW
                ? service.client().delete(path("shadow") + "?why=" + encoded(why))
                : service.client().post(path(kind.label()), members());
        console.print(format.isJson() ? answer.text() + "\n" : VersionText.line(answer.members()));
        return 0;
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new TreeMap<>(Map.of("why", why));
        if (share != null) {
            members.put("share", BigDecimal.valueOf(share));
        }
        return members;
    }

    private String path(String what) {
        return "/models/" + encoded(version) + "/" + what;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
