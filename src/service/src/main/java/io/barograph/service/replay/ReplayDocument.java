package io.barograph.service.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.barograph.engine.audit.Difference;
import io.barograph.engine.audit.Replay;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of deciding one decision again.
 *
 * @param result {@code identical}, {@code different}, or what kept it from being decided again
 * @param why for people; null when it was decided again
 * @param differenceCount how many places differ; `differences` names the first of them
 * @param engine null when the record is gone
 * @param model null when the record is gone
 */
record ReplayDocument(
        UUID decisionId,
        long index,

        @Schema(
                allowableValues = {
                    "identical",
                    "different",
                    "erased",
                    "sealed",
                    "retired",
                    "model-missing",
                    "model-rejected",
                    "untrusted-rules",
                    "unreadable"
                })
        String result,

        @Nullable String why,
        int differenceCount,
        List<DifferenceDocument> differences,
        @Nullable EngineVersions engine,
        @Nullable ModelName model) {

    ReplayDocument {
        differences = List.copyOf(differences);
    }

    /**
     * @param place a JSON pointer into the record
     * @param recorded left out when the record has nothing there
     * @param replayed left out when the new decision has nothing there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferenceDocument(
            String place,

            @JsonRawValue
            @Schema(
                    description = "The value in the record",
                    types = {"string", "number", "boolean", "object", "array", "null"})
            @Nullable String recorded,

            @JsonRawValue
            @Schema(
                    description = "The value decided now",
                    types = {"string", "number", "boolean", "object", "array", "null"})
            @Nullable String replayed) {

        static DifferenceDocument of(Difference difference) {
            return new DifferenceDocument(difference.place(), difference.recorded(), difference.replayed());
        }
    }

    /** Versions of the program: that of then, and this one. */
    record EngineVersions(String recorded, String replayed) {}

    record ModelName(String version, String digest) {}

    static ReplayDocument of(
            UUID decision, long index, Replay replay, @Nullable EngineVersions engine, @Nullable ModelName model) {
        if (replay instanceof Replay.Different different) {
            List<DifferenceDocument> named =
                    different.differences().stream().map(DifferenceDocument::of).toList();
            return new ReplayDocument(decision, index, replay.label(), null, different.total(), named, engine, model);
        }
        String why = replay instanceof Replay.Impossible impossible ? impossible.why() : null;
        return new ReplayDocument(decision, index, replay.label(), why, 0, List.of(), engine, model);
    }
}
