/** Signed notes and checkpoints in the public formats of c2sp.org/signed-note and c2sp.org/tlog-checkpoint. */
@NullMarked
package io.barograph.engine.audit.note;

import org.jspecify.annotations.NullMarked;
