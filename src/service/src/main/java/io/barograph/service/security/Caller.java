package io.barograph.service.security;

/** What a way of signing in knows of who signed in. */
public interface Caller {

    Principal principal();
}
