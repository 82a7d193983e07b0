/** What became of accounts: kept or lost, as it is told. */
@NullMarked
package io.barograph.service.outcomes;

import org.jspecify.annotations.NullMarked;
