package io.barograph.benchmarks.http;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelFolder;
import io.barograph.service.models.Generation;
import io.barograph.service.models.ModelActivation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads and compiles the shipped model under another version of its contract, and lets it decide from then on. */
@RestController
class SwapEndpoint {

    static final String PATH = "/benchmark/swap";

    private final ModelActivation activation;
    private final Path home;

    SwapEndpoint(ModelActivation activation, @Value("${barograph.home}") Path home) {
        this.activation = activation;
        this.home = home;
    }

    /** @return the digest of the model that decides now */
    @PostMapping(PATH)
    String swap(@RequestParam int version) throws IOException {
        ModelFiles shipped = ModelFolder.read(home.resolve("decision-tables/customer-health"), home);
        ModelFile contract = Objects.requireNonNull(shipped.contract());
        String text = new String(contract.bytes(), StandardCharsets.UTF_8)
                .replaceFirst("(?m)^version: .*$", "version: 900.0." + version);
        ModelFiles files = new ModelFiles(
                shipped.name(),
                shipped.workbooks(),
                new ModelFile(contract.name(), text.getBytes(StandardCharsets.UTF_8)),
                shipped.ruleFiles());
        Compilation compilation = ModelCompiler.compile(files, "swap-" + version);
        if (!(compilation instanceof Compilation.Accepted accepted)) {
            throw new IllegalStateException(compilation.issues().toString());
        }
        activation.activate(new Generation(files, accepted));
        return accepted.model().digest();
    }
}
