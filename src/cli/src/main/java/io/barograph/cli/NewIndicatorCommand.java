package io.barograph.cli;

import io.barograph.engine.authoring.NewIndicator;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.text.Names;
import io.barograph.engine.text.Numbers;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an indicator. */
@Command(
        name = "indicator",
        description = {
            "Make an indicator in every place it needs: the data contract, and in segments' workbooks Indicators,"
                    + " Scoring and Weights, where the other weights give way in proportion.",
            "The first scoring calls values weak, fair and good by their place in the range; adjust it."
        },
        footer = {
            "",
            "For example:",
            "  barograph new indicator \"Training completion\" --category engagement \\",
            "    --minimum 0 --maximum 100 --unit percent --direction higher-is-better"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class NewIndicatorCommand implements Callable<Integer> {

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "What people call it, for example \"Training completion\".")
    private String label = "";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "What data calls it (default: from NAME, for example training_completion).")
    private @Nullable String key;

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            required = true,
            description = "usage, engagement, relationship, outcome, financial, or one of your own.")
    private String category = "";

    @Option(names = "--minimum", paramLabel = "NUMBER", required = true, description = "The lowest valid value.")
    private String minimum = "";

    @Option(names = "--maximum", paramLabel = "NUMBER", required = true, description = "The highest valid value.")
    private String maximum = "";

    @Option(
            names = "--direction",
            paramLabel = "DIRECTION",
            required = true,
            description = "higher-is-better or lower-is-better.")
    private String direction = "";

    @Option(names = "--unit", paramLabel = "UNIT", description = "What it is counted in, for example percent.")
    private @Nullable String unit;

    @Option(names = "--integer", description = "Only whole numbers are valid.")
    private boolean integer;

    @Option(names = "--description", paramLabel = "TEXT", description = "What it means, in a sentence.")
    private @Nullable String description;

    @Option(names = "--source", paramLabel = "SYSTEM", description = "The system it comes from.")
    private @Nullable String source;

    @Option(names = "--owner", paramLabel = "ROLE", description = "The role that answers for it.")
    private @Nullable String owner;

    @Option(
            names = "--segment",
            paramLabel = "NAME",
            description = "Where it counts; repeat it for several (default: in every segment).")
    private List<String> segments = new ArrayList<>();

    @Option(
            names = "--dimension",
            paramLabel = "NAME",
            description = "The dimension it is weighed in (default: the first of Overall).")
    private @Nullable String dimension;

    @Option(
            names = "--weight",
            paramLabel = "NUMBER",
            defaultValue = "10",
            description = "Its weight there, above 0 and under 100 (default: 10).")
    private String weight = "10";

    @Mixin
    private DraftOptions draft = new DraftOptions();

    NewIndicatorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        BigDecimal share = number("--weight", weight);
        if (share.signum() <= 0 || share.compareTo(BigDecimal.valueOf(100)) >= 0) {
            throw wrong("`--weight` must be above 0 and under 100, but is `" + weight + "`");
        }
        NewIndicator.Request request = new NewIndicator.Request(field(), segments, dimension, share);
        return draft.apply(console, files -> NewIndicator.of(files, request));
    }

    private Field field() {
        String name = Names.clean(label);
        BigDecimal least = number("--minimum", minimum);
        BigDecimal most = number("--maximum", maximum);
        return new Field(
                Field.Role.INDICATOR,
                key(name),
                name,
                null,
                integer ? FieldType.INTEGER : FieldType.NUMBER,
                least,
                most,
                List.of(),
                Names.clean(category),
                unit,
                direction(),
                null,
                true,
                false,
                description == null ? described(name, least, most) : Names.clean(description),
                new Field.Origin(source, owner, null, List.of()));
    }

    private String described(String name, BigDecimal least, BigDecimal most) {
        return "%s, from %s to %s%s; %s."
                .formatted(
                        name,
                        least.toPlainString(),
                        most.toPlainString(),
                        unit == null ? "" : " " + unit,
                        direction().label().replace('-', ' '));
    }

    private String key(String name) {
        String made = key == null
                ? name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "")
                : key;
        if (!KEY.matcher(made).matches()) {
            throw wrong("`" + made + "` cannot be what data calls it; give it letters, digits and `_` with --key");
        }
        return made;
    }

    private Field.Direction direction() {
        for (Field.Direction known : List.of(Field.Direction.HIGHER_IS_BETTER, Field.Direction.LOWER_IS_BETTER)) {
            if (Names.same(known.label(), direction)) {
                return known;
            }
        }
        throw wrong("`--direction` must be `higher-is-better` or `lower-is-better`, but is `" + direction + "`");
    }

    private BigDecimal number(String option, String text) {
        return Numbers.parse(text).orElseThrow(() -> wrong("`" + option + "` must be a number, but is `" + text + "`"));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
