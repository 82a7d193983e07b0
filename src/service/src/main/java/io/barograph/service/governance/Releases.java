package io.barograph.service.governance;

import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.governance.GovernanceFolder;
import io.barograph.engine.governance.Release;
import io.barograph.engine.governance.ReleaseFolder;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The signed manifests of released versions that came with the installation, {@code governance/releases/<model>/*.yaml}. */
@Component
class Releases {

    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

    private final GovernanceFolder governance;
    private final ReleaseProperties properties;

    Releases(@Value("${barograph.home}") Path home, ReleaseProperties properties) {
        this.governance = new GovernanceFolder(home);
        this.properties = properties;
    }

    /**
     * The release of exactly these files; empty when they were never released.
     *
     * @throws ReleaseRefusedException when any release of that model is not signed by a known key, or cannot be read
     */
    Optional<Release> find(ModelFiles files, String digest) {
        return ReleaseFolder.of(trusted(files.name()), files, digest);
    }

    private List<Release> trusted(String model) {
        Issues issues = new Issues();
        List<Release> releases;
        try {
            List<VerifierKey> keys = ReleaseFolder.keys(governance, properties.keys(), issues);
            releases = ReleaseFolder.read(governance, model, keys, issues);
        } catch (IOException unreadable) {
            throw new ReleaseRefusedException(model, List.of("they cannot be read: " + unreadable.getMessage()));
        }
        List<String> findings = new ArrayList<>();
        issues.sorted().stream()
                .filter(Issue::isError)
                .forEach(issue -> findings.add(issue.cell() + ": " + issue.message()));
        for (Release release : releases) {
            if (release.isSigned()) {
                continue;
            }
            if (properties.unsigned() == ReleaseProperties.Unsigned.REFUSE) {
                findings.add(
                        release.file()
                                + ": it is not signed; sign it with `barograph release sign`, or set `barograph.releases.unsigned=warn`");
            } else {
                LOG.warn("{} is not signed, and taken all the same", release.file());
            }
        }
        if (!findings.isEmpty()) {
            throw new ReleaseRefusedException(model, findings);
        }
        return releases;
    }
}
