/** Whether the shipped model notices what is planted in invented portfolios. */
@NullMarked
package io.barograph.cli.portfolio;

import org.jspecify.annotations.NullMarked;
