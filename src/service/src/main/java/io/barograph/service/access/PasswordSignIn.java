package io.barograph.service.access;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks a name and a password. An unknown name takes as long as a wrong password. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private static final String WRONG = "the name or the password is wrong";

    private final Users users;
    private final PasswordEncoder encoder;
    private final SignInThrottle throttle;
    private final AccessProperties properties;
    private final String ofNobody;

    PasswordSignIn(Users users, PasswordEncoder encoder, SignInThrottle throttle, AccessProperties properties) {
        this.users = users;
        this.encoder = encoder;
        this.throttle = throttle;
        this.properties = properties;
        this.ofNobody = String.valueOf(encoder.encode(Secrets.password()));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (!properties.users()) {
            throw new BadCredentialsException("nobody signs in with a password here");
        }
        throttle.check(name, address);
        Optional<User> user = users.find(name);
        boolean right = encoder.matches(password, user.map(User::password).orElse(ofNobody));
        if (user.isEmpty() || !right || !user.get().enabled()) {
            throttle.failed(name, address);
            throw new BadCredentialsException(WRONG);
        }
        throttle.succeeded(name, address);
        return new SignedIn(user.get().principal(), user.get().revision());
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
