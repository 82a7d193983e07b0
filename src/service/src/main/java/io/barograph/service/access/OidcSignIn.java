package io.barograph.service.access;

import io.barograph.service.security.Caller;
import io.barograph.service.security.Principal;
import java.util.List;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Signs in whom an OpenID Connect provider vouches for, with the roles it names. */
final class OidcSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** Somebody who signed in there. */
    private static final class Person extends DefaultOidcUser implements Caller {

        private final transient Principal principal;

        Person(OidcUser user, Principal principal) {
            super(List.of(), user.getIdToken(), user.getUserInfo());
            this.principal = principal;
        }

        @Override
        public Principal principal() {
            return principal;
        }
    }

    private final OidcUserService users = new OidcUserService();
    private final TokenClaims claims;

    OidcSignIn(TokenClaims claims) {
        this.claims = claims;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = users.loadUser(request);
        return new Person(user, claims.principal(user));
    }
}
