package io.barograph.service.models;

import io.barograph.engine.audit.InstalledRules;
import io.barograph.engine.model.ModelFiles;
import io.barograph.service.auditlog.Statements;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Decides whether the rule files of a kept model may run. They are code, so that who can write to the database must not be able to
 * bring any: they run when this installation has them, or when a service that read the model from its disk signed that.
 */
@Component
class RuleTrust {

    private final Statements statements;
    private final InstalledRules installed;

    RuleTrust(Statements statements, ModelProperties properties) {
        this.statements = statements;
        this.installed = new InstalledRules(properties.home());
    }

    /** The statement that a model was read from the disk of this service. */
    String vouchFor(String digest) {
        return statements.sign(statement(digest));
    }

    /** Rule files of a model that nothing vouches for; the digest of its files was checked. */
    List<String> strangers(KeptModel model) {
        List<String> unknown = installed.strangers(model.document().files());
        return unknown.isEmpty()
                        || statements.isSigned(statement(model.document().digest()), model.vouched())
                ? List.of()
                : unknown;
    }

    /** Rule files that this installation does not have. */
    List<String> notInstalled(ModelFiles files) {
        return installed.strangers(files);
    }

    /** The digest covers every rule file. */
    private static String statement(String digest) {
        return "barograph: the files of this model were read from disk\n" + digest + "\n";
    }
}
