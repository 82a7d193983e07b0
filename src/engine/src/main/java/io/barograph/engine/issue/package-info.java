/** What is wrong, where, and how to mend it: findings of every stage, collected and sorted by place. */
@NullMarked
package io.barograph.engine.issue;

import org.jspecify.annotations.NullMarked;
