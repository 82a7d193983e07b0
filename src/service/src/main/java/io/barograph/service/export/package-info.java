/** Hands the log out, with proofs and models, for checking and deciding again elsewhere. */
@NullMarked
package io.barograph.service.export;

import org.jspecify.annotations.NullMarked;
