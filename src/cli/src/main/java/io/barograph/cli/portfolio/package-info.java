/** Invented portfolios of customer accounts: years of readings with planted stories, and the outcomes that follow. */
@NullMarked
package io.barograph.cli.portfolio;

import org.jspecify.annotations.NullMarked;
