/** The Merkle tree of RFC 6962: hashes, the compact form of a growing log, and proofs of inclusion and consistency. */
@NullMarked
package io.barograph.engine.audit.merkle;

import org.jspecify.annotations.NullMarked;
