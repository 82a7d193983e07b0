/** How callers sign in: people with a password or by OpenID Connect, services with API keys or tokens. */
@NullMarked
package io.barograph.service.access;

import org.jspecify.annotations.NullMarked;
