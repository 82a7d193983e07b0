package io.barograph.service.access;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people sign in. */
@Controller
class LoginPage {

    private final AccessProperties properties;
    private final ObjectProvider<ClientRegistrationRepository> providers;

    LoginPage(AccessProperties properties, ObjectProvider<ClientRegistrationRepository> providers) {
        this.properties = properties;
        this.providers = providers;
    }

    @GetMapping(path = "/login", produces = "text/html")
    String login(Model page) {
        page.addAttribute("users", properties.users());
        page.addAttribute("providers", providers());
        return "login";
    }

    /** Names by id. */
    private Map<String, String> providers() {
        Map<String, String> names = new TreeMap<>();
        if (providers.getIfAvailable() instanceof Iterable<?> registrations) {
            for (Object known : registrations) {
                if (known instanceof ClientRegistration registration) {
                    names.put(registration.getRegistrationId(), registration.getClientName());
                }
            }
        }
        return names;
    }
}
