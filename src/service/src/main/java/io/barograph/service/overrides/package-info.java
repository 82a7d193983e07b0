/** Human judgement over computed bands: made within decision rights, shown beside what was computed, scored against what happened. */
@NullMarked
package io.barograph.service.overrides;

import org.jspecify.annotations.NullMarked;
