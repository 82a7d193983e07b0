package io.barograph.service.models;

import io.barograph.engine.audit.export.ModelDocument;
import java.time.Instant;

/**
 * A model that decided at some time, as it is kept.
 *
 * @param document its files; nothing has checked their digest since they were read
 * @param vouched a signed note, see {@link RuleTrust}
 */
public record KeptModel(ModelDocument document, Instant keptAt, String vouched) {}
