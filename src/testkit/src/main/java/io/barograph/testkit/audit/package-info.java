/**
 * A second, naive reading of the audit log's public formats: proofs of RFC 6962, signed notes and checkpoints. It uses nothing of the
 * engine, so that one mistake cannot hide in both. Hashes are in Base64, as exports have them.
 */
@NullMarked
package io.barograph.testkit.audit;

import org.jspecify.annotations.NullMarked;
