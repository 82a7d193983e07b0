package io.barograph.engine.governance;

import java.time.Instant;

/**
 * Something that was done to a version.
 *
 * @param what for example {@code submitted}; see {@link Move#name()}
 * @param state in which it was then
 * @param by the account or key that was used
 * @param why in the words of who did it
 */
public record Step(String what, State state, String by, String person, Instant at, String why) {}
